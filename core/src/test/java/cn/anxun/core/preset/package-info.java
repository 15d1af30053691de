/** Tests of the preset package. */
@NullMarked
package cn.anxun.core.preset;

import org.jspecify.annotations.NullMarked;
