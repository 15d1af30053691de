package cn.anxun.core.indicator;

import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Count;
import cn.anxun.core.indicator.Measure.Net;
import cn.anxun.core.indicator.Measure.Rate;
import cn.anxun.core.indicator.Measure.Sum;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.state.LedgerState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

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

  private static final int RATE_DECIMALS = 2;
  private static final Comparator<String> UNSET_LAST =
      Comparator.comparing((String label) -> label.isEmpty())
          .thenComparing(Comparator.naturalOrder());

  private FigureEngine() {}

  public static Figure figure(LedgerState state, Indicator indicator, Period period) {
    return figure(state, indicator.measure(), indicator.unit(), period);
  }

  /** The unit of a rate is always %. */
  public static Figure figure(LedgerState state, Measure measure, String unit, Period period) {
    return new Evaluation(state, period).figure(measure, unit);
  }

  /** The figures of many indicators by their ids, in their order; cheaper than one by one. */
  public static Map<String, Figure> figures(
      LedgerState state, List<Indicator> indicators, Period period) {
    Evaluation evaluation = new Evaluation(state, period);
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
    return new Evaluation(state, period).breakDown(measure, unit, dimension);
  }

  private static final class Evaluation {
    private final LedgerState state;
    private final Period period;
    private final Finder finder;
    private final Doubts doubts;

    Evaluation(LedgerState state, Period period) {
      this.state = state;
      this.period = period;
      this.finder = new Finder(state, period);
      this.doubts = new Doubts(state, period);
    }

    Figure figure(Measure measure, String unit) {
      return figure(measure, unit, this::find);
    }

    private Found find(Measure countOrSum) {
      return countOrSum instanceof Sum sum ? finder.find(sum) : finder.find((Count) countOrSum);
    }

    Map<String, Figure> breakDown(Measure measure, String unit, Dimension dimension) {
      Map<Measure, Map<String, Found>> parts = new HashMap<>();
      split(measure, dimension, parts);
      Map<String, Figure> figures = new TreeMap<>(UNSET_LAST);
      for (Map<String, Found> byLabel : parts.values()) {
        for (String label : byLabel.keySet()) {
          figures.computeIfAbsent(
              label,
              key ->
                  figure(
                      measure,
                      unit,
                      leaf -> parts.getOrDefault(leaf, Map.of()).getOrDefault(label, Found.NONE)));
        }
      }
      return new LinkedHashMap<>(figures);
    }

    private void split(
        Measure measure, Dimension dimension, Map<Measure, Map<String, Found>> parts) {
      if (measure instanceof Rate rate) {
        split(rate.part(), dimension, parts);
        split(rate.whole(), dimension, parts);
      } else if (measure instanceof Net net) {
        for (Measure term : net.terms()) {
          split(term, dimension, parts);
        }
      } else {
        Basis basis = measure instanceof Sum sum ? sum.basis() : ((Count) measure).basis();
        parts.put(measure, split(find(measure), dimension, basis));
      }
    }

    private static Map<String, Found> split(Found found, Dimension dimension, Basis basis) {
      Map<String, Found> byLabel = new LinkedHashMap<>();
      for (FoldedRecord record : found.counted()) {
        for (String label : dimension.labels(record, basis)) {
          byLabel.computeIfAbsent(label, key -> Found.empty()).counted().add(record);
        }
      }
      for (TallyShare share : found.tallies()) {
        for (String label : dimension.labels(share.tally())) {
          byLabel.computeIfAbsent(label, key -> Found.empty()).tallies().add(share);
        }
      }
      for (FoldedRecord record : found.doubtful()) {
        for (String label : dimension.labels(record, basis)) {
          if (byLabel.containsKey(label)) {
            byLabel.get(label).doubtful().add(record);
          }
        }
      }
      return byLabel;
    }

    private Figure figure(Measure measure, String unit, Function<Measure, Found> found) {
      if (!(measure instanceof Rate rate)) {
        Amount amount = amount(measure, found);
        return figure(
            Fraction.of(amount.value()), amount, BigDecimal.ONE, amount.decimals(), unit, amount);
      }
      Amount part = amount(rate.part(), found);
      Amount whole = amount(rate.whole(), found);
      Fraction percent =
          whole.value().signum() < 0
              ? Fraction.percent(part.value().negate(), whole.value().negate())
              : Fraction.percent(part.value(), whole.value());
      return figure(percent, part, whole.value(), RATE_DECIMALS, "%", whole);
    }

    private Figure figure(
        Fraction exact, Amount part, BigDecimal whole, int scale, String unit, Amount wholeAmount) {
      Set<Mark> marks = EnumSet.noneOf(Mark.class);
      marks.addAll(state.marks());
      marks.addAll(part.marks());
      marks.addAll(wholeAmount.marks());
      return new Figure(
          exact,
          part.value(),
          whole,
          scale,
          unit,
          period,
          state.cutoff(),
          new ArrayList<>(part.ids()),
          new ArrayList<>(wholeAmount.ids()),
          part.value().subtract(part.fromTally()),
          part.fromTally(),
          marks);
    }

    private Amount amount(Measure measure, Function<Measure, Found> found) {
      if (measure instanceof Count count) {
        return Amount.of(count, found.apply(count), doubts);
      }
      if (measure instanceof Sum sum) {
        return Amount.of(sum, found.apply(sum), doubts);
      }
      if (measure instanceof Net net) {
        List<Amount> terms = new ArrayList<>();
        for (Measure term : net.terms()) {
          terms.add(amount(term, found));
        }
        return Amount.net(terms);
      }
      throw new IllegalArgumentException(
          "a rate stands inside another measure; MeasureJson would have rejected it");
    }
  }
}
