/** Tests of the office's own record kinds. */
@NullMarked
package cn.anxun.core.recordkind;

import org.jspecify.annotations.NullMarked;
