/** Tests of points and their places on maps. */
@NullMarked
package cn.anxun.core.place;

import org.jspecify.annotations.NullMarked;
