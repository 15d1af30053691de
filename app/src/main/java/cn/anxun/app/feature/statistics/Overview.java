package cn.anxun.app.feature.statistics;

import cn.anxun.core.indicator.Dimension;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Measure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The statistics of a span.
 *
 * @param asOf the day as of which they answer: the span's last, or today within it
 * @param rates the rates that have a value
 * @param units the rate of rectification of each unit
 * @param months found and closed by month
 * @param states where the hazards found in the span stand; none where none was found
 * @param goals the forms' targets, over the year so far
 * @param counts the other indicators that are not 0
 */
public record Overview(
    Span span,
    LocalDate asOf,
    List<Answer> rates,
    List<Part> units,
    List<Month> months,
    List<StateShare> states,
    List<Goal> goals,
    List<Answer> counts) {

  public Overview {
    rates = Collections.unmodifiableList(new ArrayList<>(rates));
    units = Collections.unmodifiableList(new ArrayList<>(units));
    months = Collections.unmodifiableList(new ArrayList<>(months));
    states = Collections.unmodifiableList(new ArrayList<>(states));
    goals = Collections.unmodifiableList(new ArrayList<>(goals));
    counts = Collections.unmodifiableList(new ArrayList<>(counts));
  }

  /** Whether the span has nothing to show; the months before it may. */
  public boolean isEmpty() {
    return rates.isEmpty() && counts.isEmpty();
  }

  /** One indicator's figure. */
  public record Answer(Indicator indicator, Figure figure) {}

  /**
   * One label's share of a measure.
   *
   * @param label as the records have it; "" for those without one
   */
  public record Part(Indicator indicator, Dimension dimension, String label, Figure figure) {}

  /** How many hazards were found and closed in a month. */
  public record Month(YearMonth month, Figure found, Figure closed) {}

  /** Where hazards stand. */
  public enum HazardStanding {
    CLOSED,
    RECTIFIED,
    OPEN,
    OVERDUE
  }

  /** How many of the hazards stand there. */
  public record StateShare(HazardStanding standing, Measure measure, Figure figure) {}

  /**
   * One row of a form with a target.
   *
   * @param target as written, such as {@code ≥98%}
   * @param actual with its unit
   * @param completion actual over target in percent; "" where it cannot be told
   */
  public record Goal(
      String form,
      String name,
      String target,
      String actual,
      String completion,
      Measure measure,
      Figure figure) {}
}
