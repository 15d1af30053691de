package cn.anxun.core.hazard;

/**
 * How long a review 复查 may take after the rectification; past it the hazard is 复查逾期. Data, since
 * places and years differ.
 *
 * @param days calendar days from the rectification, at least 1; the last of them is still in time
 * @param source where it is laid down
 */
public record ReviewRule(int days, String source) {

  /** What holds unless a bureau is told otherwise. */
  public static final ReviewRule STANDARD =
      new ReviewRule(10, "《安全生产违法行为行政处罚办法》：自收到复查申请或者整改期限届满之日起十日内复查");

  public ReviewRule {
    if (days < 1) {
      throw new IllegalArgumentException("a review takes at least 1 day, not " + days);
    }
  }
}
