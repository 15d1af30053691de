/** Record kinds that an office adds as data. */
@NullMarked
package cn.anxun.core.recordkind;

import org.jspecify.annotations.NullMarked;
