/** Preset cards that fill in a drill, a training or a publicity activity at a tap. */
@NullMarked
package cn.anxun.core.preset;

import org.jspecify.annotations.NullMarked;
