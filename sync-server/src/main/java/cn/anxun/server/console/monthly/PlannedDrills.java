package cn.anxun.server.console.monthly;

import cn.anxun.core.drill.DrillPlan;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.scope.PublicFields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The planned drills of a week, each beside the one that was held: one of the same unit in the same
 * week, of the same name where there are several. A record stands for one planned drill alone.
 */
final class PlannedDrills {
  private final LedgerState state;
  private final LocalDate today;
  private final Texts texts;
  private final Names names;

  PlannedDrills(LedgerState state, LocalDate today, Texts texts) {
    this.state = state;
    this.today = today;
    this.texts = texts;
    this.names = Names.at(state, texts);
  }

  /** Those of the week. */
  List<Meeting.Drill> list(Period week) {
    List<FoldedRecord> held = new ArrayList<>();
    for (FoldedRecord record : state.list(DrillHeld.KIND.recordType())) {
      if (!record.date().isBefore(week.from()) && !record.date().isAfter(week.until())) {
        held.add(record);
      }
    }
    List<DrillPlan.Drill> planned =
        new ArrayList<>(plan(week.from()).list(week.from(), week.until()));
    if (week.from().getYear() != week.until().getYear()) {
      planned.addAll(plan(week.until()).list(week.from(), week.until()));
    }
    List<Meeting.Drill> drills = new ArrayList<>();
    for (DrillPlan.Drill drill : planned) {
      Optional<FoldedRecord> match = match(drill, held);
      match.ifPresent(held::remove);
      drills.add(drill(drill, match));
    }
    return drills;
  }

  private DrillPlan plan(LocalDate day) {
    return DrillPlan.of(state.documentParts(Documents.drillPlan(day.getYear())));
  }

  private static Optional<FoldedRecord> match(DrillPlan.Drill drill, List<FoldedRecord> held) {
    List<FoldedRecord> ofUnit =
        held.stream()
            .filter(
                record ->
                    drill.unit().isEmpty()
                        || record.fields().text(RecordFields.UNIT).equals(drill.unit()))
            .toList();
    return ofUnit.stream()
        .filter(record -> record.fields().text(DrillHeld.NAME).equals(drill.name()))
        .findFirst()
        .or(() -> drill.unit().isEmpty() ? Optional.empty() : ofUnit.stream().findFirst());
  }

  private Meeting.Drill drill(DrillPlan.Drill drill, Optional<FoldedRecord> held) {
    String key = held.isPresent() ? "held" : drill.date().isBefore(today) ? "missed" : "planned";
    return new Meeting.Drill(
        Days.text(drill.date(), texts),
        drill.unit().isEmpty()
            ? ""
            : names.of(DrillHeld.KIND.recordType(), RecordFields.UNIT.name(), drill.unit()),
        drill.name(),
        texts.text("console.meeting.drill." + key),
        held.flatMap(
                record -> PublicFields.find(state, List.of(record.subject())).stream().findFirst())
            .map(record -> Links.record(record.subject()))
            .orElse(""));
  }
}
