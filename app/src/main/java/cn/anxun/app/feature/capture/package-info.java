/** 拍照: our own camera screen, which stays open for shot after shot. */
@NullMarked
package cn.anxun.app.feature.capture;

import org.jspecify.annotations.NullMarked;
