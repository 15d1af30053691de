/** 设置 on its real screen. */
@NullMarked
package cn.anxun.app.feature.settings;

import org.jspecify.annotations.NullMarked;
