package cn.anxun.app.reminder;

/** A kind of reminder, which can be switched off by itself. */
public enum ReminderKind {
  /** A rectification's deadline is tomorrow, today, or has passed. */
  DEADLINE,
  /** A review is due today, or was. */
  REVIEW,
  /** 早间汇总: how much is due in all, on working days. */
  SUMMARY
}
