/** 个人信息告知书: what is collected, why, for how long, and what one may ask for. */
@NullMarked
package cn.anxun.app.feature.notice;

import org.jspecify.annotations.NullMarked;
