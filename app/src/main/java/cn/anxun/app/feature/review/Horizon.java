package cn.anxun.app.feature.review;

import java.time.LocalDate;

/**
 * How far ahead a round looks. What awaits its review is always among it; what was transferred is
 * the other body's until it says that it is put right.
 */
enum Horizon {
  /** Due today or before. */
  TODAY(0),
  /** Due within a week. */
  WEEK(7),
  /** Everything that is not closed. */
  ALL(-1);

  private final int days;

  Horizon(int days) {
    this.days = days;
  }

  boolean takes(DueHazard hazard, LocalDate today) {
    if (this == ALL || hazard.isRectified()) {
      return true;
    }
    LocalDate due = hazard.dueOn();
    return hazard.transferredTo().isEmpty() && due != null && !due.isAfter(today.plusDays(days));
  }
}
