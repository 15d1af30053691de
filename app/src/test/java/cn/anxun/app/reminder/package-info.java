/** Tests of reminders. */
@NullMarked
package cn.anxun.app.reminder;

import org.jspecify.annotations.NullMarked;
