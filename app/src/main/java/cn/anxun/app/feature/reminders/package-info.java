/** 到期提醒 in the settings: which kinds, at what hour. */
@NullMarked
package cn.anxun.app.feature.reminders;

import org.jspecify.annotations.NullMarked;
