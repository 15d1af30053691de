package cn.anxun.core.indicator;

import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.indicator.Measure.Where;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.state.LedgerState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The units' reported totals (汇总) of a ledger, and what they add to a figure.
 *
 * <ul>
 *   <li>A total bears on a measure of the same record type and field whose every condition it
 *       states; {@code distinct}, stock and measures by another date than the record's take none.
 *   <li>It counts where its days lie within the figure's; one that only overlaps is left out and
 *       marked.
 *   <li>What the same unit recorded one by one in those days, under the total's own {@code where}
 *       and the measure's, is not counted twice.
 *   <li>Of two reports of one unit on the same thing and days the later counts. Two that overlap
 *       otherwise both count, and are marked.
 * </ul>
 */
final class Tallies {
  private final LedgerState state;
  private final Period period;
  private final List<Tally> standing;

  Tallies(LedgerState state, Period period) {
    this.state = state;
    this.period = period;
    this.standing = standing(state);
  }

  private static List<Tally> standing(LedgerState state) {
    Map<String, List<Tally>> byReport = new LinkedHashMap<>();
    for (FoldedRecord record : state.list(Tally.TYPE)) {
      Tally tally = Tally.read(record).orElse(null);
      if (tally != null) {
        String report =
            tally.unit() + '\n' + tally.measured() + '\n' + tally.field() + '\n' + tally.period();
        replaceOrAdd(byReport.computeIfAbsent(report, key -> new ArrayList<>()), tally);
      }
    }
    List<Tally> standing = new ArrayList<>();
    byReport.values().forEach(standing::addAll);
    return standing;
  }

  private static void replaceOrAdd(List<Tally> reports, Tally tally) {
    for (int i = 0; i < reports.size(); i++) {
      if (reports.get(i).isSameReport(tally)) {
        reports.set(i, tally.isLaterThan(reports.get(i)) ? tally : reports.get(i));
        return;
      }
    }
    reports.add(tally);
  }

  /** What bears on a count of the type, or on the sum of its field. */
  List<TallyShare> list(String type, String field, Where where) {
    List<Condition> conditions = Condition.list(type, where, state);
    Set<String> listFields = listFields(type);
    List<TallyShare> shares = new ArrayList<>();
    List<Tally> counted = new ArrayList<>();
    for (Tally tally : standing) {
      if (tally.measured().equals(type)
          && tally.field().equals(field)
          && tally.overlaps(period)
          && conditions.stream()
              .allMatch(condition -> condition.isMetBy(tally.claims(), listFields))) {
        if (period.contains(tally.period())) {
          counted.add(tally);
        } else {
          shares.add(
              new TallyShare(tally, Optional.empty(), Optional.of(Mark.TALLY_OUTSIDE_PERIOD)));
        }
      }
    }
    Set<String> overlapping = overlapping(counted);
    for (Tally tally : counted) {
      BigDecimal added = tally.quantity().subtract(detail(tally, conditions)).max(BigDecimal.ZERO);
      boolean marked = overlapping.contains(tally.record().subject());
      shares.add(
          new TallyShare(
              tally,
              Optional.of(added),
              marked ? Optional.of(Mark.TALLIES_OVERLAP) : Optional.empty()));
    }
    return shares;
  }

  private BigDecimal detail(Tally tally, List<Condition> conditions) {
    BigDecimal detail = BigDecimal.ZERO;
    for (FoldedRecord record : detailed(state, tally)) {
      if (Condition.allMatch(conditions, record)) {
        detail = detail.add(Amount.quantity(record, tally.field()));
      }
    }
    return detail;
  }

  /** What the tally's unit recorded one by one in its days, under its own {@code where}. */
  static List<FoldedRecord> detailed(LedgerState state, Tally tally) {
    Map<String, List<Json>> anyOf = new LinkedHashMap<>();
    tally
        .where()
        .forEach(
            (name, value) ->
                anyOf.put(
                    name, value instanceof Json.Items items ? items.values() : List.of(value)));
    List<Condition> own = Condition.list(tally.measured(), new Where(anyOf), state);
    List<FoldedRecord> detailed = new ArrayList<>();
    for (FoldedRecord record : state.list(tally.measured())) {
      if (tally.period().contains(record.date())
          && tally.unit().equals(record.fields().text(RecordFields.UNIT))
          && Condition.allMatch(own, record)) {
        detailed.add(record);
      }
    }
    return detailed;
  }

  private static Set<String> overlapping(List<Tally> tallies) {
    Map<String, List<Tally>> byUnit = new LinkedHashMap<>();
    for (Tally tally : tallies) {
      byUnit.computeIfAbsent(tally.unit(), unit -> new ArrayList<>()).add(tally);
    }
    Set<String> overlapping = new HashSet<>();
    for (List<Tally> ofUnit : byUnit.values()) {
      for (int i = 0; i < ofUnit.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (ofUnit.get(i).overlaps(ofUnit.get(j))) {
            overlapping.add(ofUnit.get(i).record().subject());
            overlapping.add(ofUnit.get(j).record().subject());
          }
        }
      }
    }
    return overlapping;
  }

  private static Set<String> listFields(String type) {
    Set<String> names = new HashSet<>();
    for (Kind kind : Kinds.ALL) {
      if (kind.effect() == Kind.Effect.OPENS && kind.recordType().equals(type)) {
        for (Field<?> field : kind.fields().values()) {
          if (field.type() == Field.Type.CODES) {
            names.add(field.name());
          }
        }
      }
    }
    names.add(RecordFields.CAMPAIGN.name());
    return names;
  }
}
