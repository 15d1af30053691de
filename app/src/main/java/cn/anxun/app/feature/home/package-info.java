/** 首页: what is to be done, the big buttons, the line that says how sync stands. */
@NullMarked
package cn.anxun.app.feature.home;

import org.jspecify.annotations.NullMarked;
