package cn.anxun.core.indicator;

import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Count;
import cn.anxun.core.indicator.Measure.Distinct;
import cn.anxun.core.indicator.Measure.Stock;
import cn.anxun.core.indicator.Measure.Where;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which units said something of a period. A unit reported where a record of its own lies in the
 * period, a hazard of its was closed in it, or a total of its ends in it; where all such totals are
 * 0 it gave a nil report (零报告), which is no silence (未报送).
 */
public final class UnitReports {
  /**
   * What is no report: objects rather than events, and totals, which are looked at by themselves.
   */
  private static final List<String> NO_REPORTS =
      Arrays.asList("site", "planned_site", "grid", "tally");

  /** Whether a unit reported. */
  public enum Answer {
    REPORTED,
    NIL,
    SILENT
  }

  private UnitReports() {}

  /** The answer of each of these units, in their order. */
  public static Map<String, Answer> of(LedgerState state, Period period, Collection<String> units) {
    Set<String> reported = new HashSet<>();
    for (String type : state.records().keySet()) {
      if (!NO_REPORTS.contains(type)) {
        addNames(
            state, new Count(type, Distinct.RECORDS, Where.ALL, Basis.RECORDED), period, reported);
      }
    }
    Basis closed = new Basis(InPeriod.CLOSED_ON, Stock.NONE);
    addNames(state, new Count("hazard", Distinct.RECORDS, Where.ALL, closed), period, reported);
    Basis ends = new Basis(TallyReported.UNTIL.name(), Stock.NONE);
    Map<String, Figure> totals =
        byUnit(state, new Count(Tally.TYPE, Distinct.RECORDS, Where.ALL, ends), period);
    Map<String, BigDecimal> quantities = new HashMap<>();
    for (FoldedRecord record : state.list(Tally.TYPE)) {
      quantities.put(
          record.subject(), record.fields().find(TallyReported.QUANTITY).orElse(BigDecimal.ZERO));
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String unit : units) {
      Figure own = totals.get(unit);
      List<String> ids = own == null ? new ArrayList<>() : own.partIds();
      boolean some =
          ids.stream().anyMatch(id -> quantities.getOrDefault(id, BigDecimal.ZERO).signum() > 0);
      answers.put(
          unit,
          some || reported.contains(unit)
              ? Answer.REPORTED
              : ids.isEmpty() ? Answer.SILENT : Answer.NIL);
    }
    return answers;
  }

  private static void addNames(LedgerState state, Count count, Period period, Set<String> names) {
    byUnit(state, count, period)
        .forEach(
            (unit, figure) -> {
              if (figure.part().signum() > 0) {
                names.add(unit);
              }
            });
  }

  private static Map<String, Figure> byUnit(LedgerState state, Count count, Period period) {
    return FigureEngine.breakDown(state, count, "份", period, Dimension.UNIT);
  }
}
