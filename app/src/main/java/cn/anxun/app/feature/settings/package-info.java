/** 设置. */
@NullMarked
package cn.anxun.app.feature.settings;

import org.jspecify.annotations.NullMarked;
