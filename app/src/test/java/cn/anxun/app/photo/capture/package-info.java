/** Tests of the tray that shots lie in. */
@NullMarked
package cn.anxun.app.photo.capture;

import org.jspecify.annotations.NullMarked;
