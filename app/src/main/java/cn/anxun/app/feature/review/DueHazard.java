package cn.anxun.app.feature.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hazard that is not closed, as a review needs to see it.
 *
 * @param number the one a person can say; "" where it has none
 * @param level as it counts, 一般 拟判重大 重大; "" where nobody said
 * @param isRectified somebody reported it as put right, and it awaits its review
 * @param transferredTo the body it was transferred to; "" for none
 * @param dueOn the day it is to be looked at by: its current deadline, or when it is rectified the
 *     day its review is due
 * @param photo the SHA-256 of a picture of it as it was found
 */
record DueHazard(
    String subject,
    String number,
    String site,
    String siteName,
    String description,
    String level,
    boolean isRectified,
    String transferredTo,
    @Nullable LocalDate dueOn,
    Optional<String> photo) {

  /** Days past the day it is due; negative before it, 0 on it or where there is none. */
  long daysOver(LocalDate today) {
    return dueOn == null ? 0 : ChronoUnit.DAYS.between(dueOn, today);
  }
}
