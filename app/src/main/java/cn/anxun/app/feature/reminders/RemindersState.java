package cn.anxun.app.feature.reminders;

import cn.anxun.app.reminder.ReminderPlan;

/**
 * What the screen shows.
 *
 * @param everybodys whether hazards that others recorded are told of too
 * @param allowed whether the phone lets notifications be shown
 */
record RemindersState(ReminderPlan.Choice choice, boolean everybodys, boolean allowed) {}
