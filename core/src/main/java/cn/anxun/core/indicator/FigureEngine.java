package cn.anxun.core.indicator;

import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Answers measures over a folded ledger. Exact; the same state and measure give the same figure for
 * ever. Records without the field of a {@code distinct} do not count in it. A rate is in percent
 * with two decimals, whatever unit it is asked in; sums of {@code …_yuan} have two decimals, other
 * sums as many as they need.
 */
public final class FigureEngine {
  /**
   * Grows with every change that may give another figure from the same ledger; a closed year holds
   * it.
   */
  public static final int VERSION = 1;

  /** The order of labels: as texts compare, what has none last. */
  static final Comparator<String> UNSET_LAST =
      Comparator.comparing((String label) -> label.isEmpty())
          .thenComparing(Comparator.naturalOrder());

  private FigureEngine() {}

  public static Figure figure(LedgerState state, Indicator indicator, Period period) {
    return figure(state, indicator.measure(), indicator.unit(), period);
  }

  /** The unit of a rate is always %. */
  public static Figure figure(LedgerState state, Measure measure, String unit, Period period) {
    return new Evaluation(state, period, List.of(measure)).figure(measure, unit);
  }

  /** The figures of many indicators by their ids, in their order; cheaper than one by one. */
  public static Map<String, Figure> figures(
      LedgerState state, List<Indicator> indicators, Period period) {
    List<Measure> measures = new ArrayList<>(indicators.size());
    indicators.forEach(indicator -> measures.add(indicator.measure()));
    Evaluation evaluation = new Evaluation(state, period, measures);
    evaluation.count(measures);
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (Indicator indicator : indicators) {
      figures.put(indicator.id(), evaluation.figure(indicator.measure(), indicator.unit()));
    }
    return figures;
  }

  /**
   * The figure for each label of the dimension that occurs, in the order of the labels, records
   * without one last under "". The parts of counts and sums of records add up to the whole figure;
   * those of distinct counts and of fields with several values need not.
   */
  public static Map<String, Figure> breakDown(
      LedgerState state, Measure measure, String unit, Period period, Dimension dimension) {
    return new Evaluation(state, period, List.of(measure))
        .breakDown(measure, unit, dimension, UnaryOperator.identity());
  }

  /** As the other, with each label replaced: an industry by the one it belongs to. */
  static Map<String, Figure> breakDown(
      LedgerState state,
      Indicator indicator,
      Period period,
      Dimension dimension,
      UnaryOperator<String> relabel) {
    return new Evaluation(state, period, List.of(indicator.measure()))
        .breakDown(indicator.measure(), indicator.unit(), dimension, relabel);
  }
}
