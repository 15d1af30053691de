/** Taking photos: the camera's port, and the tray in which shots lie until a record takes them. */
@NullMarked
package cn.anxun.app.photo.capture;

import org.jspecify.annotations.NullMarked;
