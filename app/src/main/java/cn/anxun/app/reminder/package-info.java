/** 到期提醒: what is told of deadlines and reviews, when, and that it is told once. */
@NullMarked
package cn.anxun.app.reminder;

import org.jspecify.annotations.NullMarked;
