package cn.anxun.app.feature.home;

import cn.anxun.app.data.local.RecordRow;
import cn.anxun.core.hazard.HazardState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A hazard that waits for its rectification or its review.
 *
 * @param isReview whether it is the review that is due
 * @param days until then; negative once it is past
 */
record DueHazard(String subject, String description, String site, boolean isReview, long days) {

  /** Null dates do not come up: what has none is never due. */
  static DueHazard of(RecordRow row, String site, LocalDate today) {
    boolean review = HazardState.RECTIFIED.wire().equals(row.state());
    LocalDate due = review ? row.reviewDue() : row.deadline();
    long days = due == null ? 0 : ChronoUnit.DAYS.between(today, due);
    return new DueHazard(row.subject(), row.title(), site, review, days);
  }

  boolean isOverdue() {
    return days < 0;
  }
}
