package cn.anxun.server.console.monthly;

import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.indicator.UnitReports;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.scope.PublicFields;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * 周一早会: what the Monday meeting needs on one A4 page. Lists are cut so that they fit; what is cut
 * is counted, and one click away.
 *
 * @param week the week that is looked back at
 * @param drills that were or are to be held in it and in the week that begins
 * @param moreDrills how many of them are not shown
 * @param silent the units that did not report in it
 */
public record Meeting(
    String tabQuery,
    String week,
    List<Reported> numbers,
    List<Items> lists,
    List<Drill> drills,
    int moreDrills,
    String silent) {
  private static final int SHOWN = 6;
  private static final int SHOWN_DRILLS = 10;
  private static final int SHOWN_LENGTH = 30;
  private static final int SHOWN_UNITS = 30;

  public Meeting {
    numbers = List.copyOf(numbers);
    lists = List.copyOf(lists);
    drills = List.copyOf(drills);
  }

  /** A planned drill; the link to the record of the one that was held, or "". */
  public record Drill(String day, String unit, String name, String state, String link) {}

  /** A figure beside that of the week before, or "" where it is of today. */
  public record Reported(String name, String value, String unit, String before, String link) {}

  /** Some records that are to be spoken of. */
  public record Items(String title, String count, String link, List<Item> items, int more) {}

  /** One of them. */
  public record Item(String unit, String what, String day, String link) {}

  /** The meeting of the week in which this day lies. */
  static Meeting of(LedgerState state, LocalDate today, Texts texts) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Period last = new Period(monday.minusDays(7), monday.minusDays(1));
    Reading reading = new Reading(state, texts);
    Period before = new Period(monday.minusDays(14), monday.minusDays(8));
    Period soFar = new Period(monday, today);
    List<Reported> numbers = new ArrayList<>();
    for (String id :
        List.of(
            "hazard.stock.new",
            "hazard.stock.closed",
            "inspection.visits",
            "drill.times",
            "training.times",
            "training.attendees")) {
      numbers.add(reading.reported(id, last, before));
    }
    List<Items> lists =
        List.of(
            reading.items("hazard.overdue", soFar, "current_deadline"),
            reading.items("hazard.not-closed.major", soFar, "current_deadline"),
            reading.items(
                "hazard.due.open", new Period(monday, monday.plusDays(6)), "current_deadline"));
    List<Drill> drills = drills(state, last, today, texts);
    return new Meeting(
        "from=" + last.from() + "&until=" + last.until(),
        texts.text(
            "console.meeting.week", Days.text(last.from(), texts), Days.text(last.until(), texts)),
        numbers,
        lists,
        drills.subList(0, Math.min(SHOWN_DRILLS, drills.size())),
        Math.max(0, drills.size() - SHOWN_DRILLS),
        reading.silent(last));
  }

  private static List<Drill> drills(LedgerState state, Period last, LocalDate today, Texts texts) {
    PlannedDrills planned = new PlannedDrills(state, today, texts);
    List<Drill> drills = new ArrayList<>(planned.list(last));
    LocalDate monday = last.until().plusDays(1);
    drills.addAll(planned.list(new Period(monday, monday.plusDays(6))));
    return drills;
  }

  /** Reads figures and their records in words. */
  private record Reading(LedgerState state, Catalogue catalogue, Names names, Texts texts) {
    Reading(LedgerState state, Texts texts) {
      this(state, Catalogue.at(state), Names.at(state, texts), texts);
    }

    Reported reported(String id, Period period, Period before) {
      Indicator indicator = catalogue.get(id);
      Figure figure = FigureEngine.figure(state, indicator, period);
      return new Reported(
          names.indicator(indicator),
          figure.printed(),
          names.unit(figure.unit()),
          FigureEngine.figure(state, indicator, before).printed(),
          link(id, period));
    }

    Items items(String id, Period period, String dayField) {
      Indicator indicator = catalogue.get(id);
      Figure figure = FigureEngine.figure(state, indicator, period);
      List<FoldedRecord> records = new ArrayList<>(PublicFields.find(state, figure.partIds()));
      // What is due first, or overdue longest, is spoken of first.
      records.sort(
          Comparator.comparing((FoldedRecord record) -> text(record, dayField))
              .thenComparing(FoldedRecord::subject));
      List<Item> items = new ArrayList<>();
      for (FoldedRecord record : records.subList(0, Math.min(SHOWN, records.size()))) {
        items.add(
            new Item(
                names.of("hazard", "unit", record.fields().text(RecordFields.UNIT)),
                shortened(text(record, "description")),
                day(text(record, dayField)),
                Links.record(record.subject())));
      }
      return new Items(
          texts.text("console.meeting." + id),
          figure.printed(),
          link(id, period),
          items,
          records.size() - items.size());
    }

    String silent(Period period) {
      Map<String, UnitReports.Answer> answers =
          UnitReports.of(state, period, MonthlyFigures.listed(state));
      List<String> silent = new ArrayList<>();
      answers.forEach(
          (unit, answer) -> {
            if (answer == UnitReports.Answer.SILENT) {
              silent.add(names.of("hazard", "unit", unit));
            }
          });
      if (silent.isEmpty()) {
        return texts.text("console.meeting.none-silent");
      }
      String shown = String.join("、", silent.subList(0, Math.min(SHOWN_UNITS, silent.size())));
      return texts.text(
          "console.meeting.silent",
          silent.size(),
          silent.size() > SHOWN_UNITS ? shown + " …" : shown);
    }

    private String day(String day) {
      return day.isEmpty() ? "" : Days.text(LocalDate.parse(day), texts);
    }

    private static String link(String id, Period period) {
      return "/figures/" + id + "?from=" + period.from() + "&until=" + period.until();
    }

    private static String text(FoldedRecord record, String field) {
      return record.value(field) instanceof Json.Text text ? text.value() : "";
    }

    private static String shortened(String text) {
      return text.codePointCount(0, text.length()) <= SHOWN_LENGTH
          ? text
          : text.substring(0, text.offsetByCodePoints(0, SHOWN_LENGTH)) + "…";
    }
  }
}
