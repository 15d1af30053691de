package cn.anxun.core.form;

import java.math.BigDecimal;
import java.time.MonthDay;

/**
 * What a bureau may set for its forms.
 *
 * @param overCompletion the share of a ≥ target above which a reason is owed; 1.3 is 130 %
 * @param targetsDue the last day of the form's year on which freezing its targets is not late
 */
public record FormSettings(BigDecimal overCompletion, MonthDay targetsDue) {
  public static final FormSettings STANDARD =
      new FormSettings(new BigDecimal("1.3"), MonthDay.of(6, 30));
}
