/** 照片与存储 on its real screen. */
@NullMarked
package cn.anxun.app.feature.storage;

import org.jspecify.annotations.NullMarked;
