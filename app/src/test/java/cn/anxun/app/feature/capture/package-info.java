/** Tests of the camera's screen. */
@NullMarked
package cn.anxun.app.feature.capture;

import org.jspecify.annotations.NullMarked;
