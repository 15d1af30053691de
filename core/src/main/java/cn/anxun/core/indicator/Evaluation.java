package cn.anxun.core.indicator;

import static java.util.stream.Collectors.toList;

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
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Answers measures over one ledger and period, alone or broken down by a label. */
final class Evaluation {
  private static final int RATE_DECIMALS = 2;

  private final LedgerState state;
  private final Period period;
  private final Finder finder;
  private final Doubts doubts;
  private final Map<Measure, Amount> amounts = new ConcurrentHashMap<>();

  /**
   * Answers nothing yet.
   *
   * @param asked the measures that will be asked
   */
  Evaluation(LedgerState state, Period period, Collection<Measure> asked) {
    this.state = state;
    this.period = period;
    this.finder = new Finder(state, period, new AskedFields(asked));
    this.doubts = new Doubts(state, period);
  }

  Figure figure(Measure measure, String unit) {
    return figure(measure, unit, this::amount);
  }

  /** Counts what these measures are made of, by all processors there are. */
  void count(Collection<Measure> measures) {
    finder.read();
    List<Measure> leaves = measures.stream().flatMap(Measure::leaves).distinct().collect(toList());
    leaves.parallelStream().forEach(this::amount);
  }

  private Amount amount(Measure countOrSum) {
    return amounts.computeIfAbsent(countOrSum, key -> amount(key, find(key)));
  }

  private Amount amount(Measure countOrSum, Found found) {
    return countOrSum instanceof Sum sum
        ? Amount.of(sum, found, doubts)
        : Amount.of((Count) countOrSum, found, doubts);
  }

  private Found find(Measure countOrSum) {
    return countOrSum instanceof Sum sum ? finder.find(sum) : finder.find((Count) countOrSum);
  }

  Map<String, Figure> breakDown(
      Measure measure, String unit, Dimension dimension, UnaryOperator<String> relabel) {
    Map<Measure, Map<String, Found>> parts = new HashMap<>();
    split(measure, new Labels(dimension, relabel), parts);
    Map<String, Figure> figures = new TreeMap<>(FigureEngine.UNSET_LAST);
    for (Map<String, Found> byLabel : parts.values()) {
      for (String label : byLabel.keySet()) {
        figures.computeIfAbsent(
            label,
            key ->
                figure(
                    measure,
                    unit,
                    leaf ->
                        amount(
                            leaf,
                            parts.getOrDefault(leaf, Map.of()).getOrDefault(label, Found.NONE))));
      }
    }
    return new LinkedHashMap<>(figures);
  }

  private void split(Measure measure, Labels labels, Map<Measure, Map<String, Found>> parts) {
    if (measure instanceof Rate rate) {
      split(rate.part(), labels, parts);
      split(rate.whole(), labels, parts);
    } else if (measure instanceof Net net) {
      for (Measure term : net.terms()) {
        split(term, labels, parts);
      }
    } else {
      Basis basis = measure instanceof Sum sum ? sum.basis() : ((Count) measure).basis();
      parts.put(measure, split(find(measure), labels, basis));
    }
  }

  /** The labels of a dimension, each replaced by another. */
  private record Labels(Dimension dimension, UnaryOperator<String> relabel) {
    Set<String> of(FoldedRecord record, Basis basis) {
      return relabelled(dimension.labels(record, basis));
    }

    Set<String> of(Tally tally) {
      return relabelled(List.of(dimension.label(tally)));
    }

    private Set<String> relabelled(List<String> labels) {
      Set<String> relabelled = new LinkedHashSet<>();
      for (String label : labels) {
        relabelled.add(relabel.apply(label));
      }
      return relabelled;
    }
  }

  private static Map<String, Found> split(Found found, Labels labels, Basis basis) {
    Map<String, Found> byLabel = new LinkedHashMap<>();
    for (FoldedRecord record : found.counted()) {
      for (String label : labels.of(record, basis)) {
        byLabel.computeIfAbsent(label, key -> Found.empty()).counted().add(record);
      }
    }
    for (TallyShare share : found.tallies()) {
      for (String label : labels.of(share.tally())) {
        byLabel.computeIfAbsent(label, key -> Found.empty()).tallies().add(share);
      }
    }
    for (FoldedRecord record : found.doubtful()) {
      for (String label : labels.of(record, basis)) {
        if (byLabel.containsKey(label)) {
          byLabel.get(label).doubtful().add(record);
        }
      }
    }
    return byLabel;
  }

  private Figure figure(Measure measure, String unit, Function<Measure, Amount> countOrSum) {
    if (!(measure instanceof Rate rate)) {
      Amount inYuan = amount(measure, countOrSum);
      Amount amount =
          unit.equals(Money.TEN_THOUSAND_YUAN) && Money.isYuan(measure)
              ? inYuan.inTenThousands()
              : inYuan;
      return figure(
          Fraction.of(amount.value()), amount, BigDecimal.ONE, amount.decimals(), unit, amount);
    }
    Amount part = amount(rate.part(), countOrSum);
    Amount whole = amount(rate.whole(), countOrSum);
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
        part.ids(),
        wholeAmount.ids(),
        part.value().subtract(part.fromTally()),
        part.fromTally(),
        marks);
  }

  private Amount amount(Measure measure, Function<Measure, Amount> countOrSum) {
    if (measure instanceof Net net) {
      List<Amount> terms = new ArrayList<>();
      for (Measure term : net.terms()) {
        terms.add(amount(term, countOrSum));
      }
      return Amount.net(terms);
    }
    if (measure instanceof Rate) {
      throw new IllegalArgumentException(
          "a rate stands inside another measure; MeasureJson would have rejected it");
    }
    return countOrSum.apply(measure);
  }
}
