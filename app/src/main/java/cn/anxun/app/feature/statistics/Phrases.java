package cn.anxun.app.feature.statistics;

import android.content.Context;
import androidx.annotation.StringRes;
import cn.anxun.app.R;
import cn.anxun.app.feature.statistics.FigureRow.Gap;
import cn.anxun.app.feature.statistics.Overview.HazardStanding;
import cn.anxun.app.record.Names;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.Numbers;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The statistics in words. */
final class Phrases {
  private Phrases() {}

  static String span(Context context, Span span) {
    Period period = span.period();
    LocalDate from = period.from();
    return switch (span.length()) {
      case MONTH ->
          context.getString(R.string.statistics_span_month, from.getYear(), from.getMonthValue());
      case QUARTER ->
          context.getString(R.string.statistics_span_quarter, from.getYear(), span.quarter());
      case YEAR -> context.getString(R.string.statistics_span_year, from.getYear());
      case DAYS ->
          context.getString(
              R.string.statistics_span_days,
              Dates.full(context, from),
              Dates.full(context, period.until()));
    };
  }

  static String standing(Context context, HazardStanding standing) {
    return context.getString(
        switch (standing) {
          case CLOSED -> R.string.statistics_state_closed;
          case RECTIFIED -> R.string.statistics_state_rectified;
          case OPEN -> R.string.statistics_state_open;
          case OVERDUE -> R.string.statistics_state_overdue;
        });
  }

  /** 4 未销号. */
  static String gap(Context context, Gap gap, int count) {
    @StringRes
    int text =
        switch (gap) {
          case NOT_RECTIFIED -> R.string.statistics_gap_rectified;
          case NOT_CLOSED -> R.string.statistics_gap_closed;
          case NOT_REACHED -> R.string.statistics_gap_other;
        };
    return count == 0
        ? context.getString(R.string.statistics_no_gap)
        : context.getString(text, Numbers.grouped(count));
  }

  /** 2,395 ÷ 2,399. */
  static String formula(Context context, Figure rate) {
    return context.getString(
        R.string.statistics_formula, Numbers.grouped(rate.part()), Numbers.grouped(rate.whole()));
  }

  /** 台账 7 + 汇总 6; "" where all of it was recorded one by one. */
  static String split(Context context, Figure figure) {
    return figure.fromTally().signum() == 0
        ? ""
        : context.getString(
            R.string.statistics_split,
            Numbers.grouped(figure.fromLedger()),
            Numbers.grouped(figure.fromTally()));
  }

  /** 需升级 or 请核对; "" where nothing is doubtful. */
  static String doubt(Context context, Figure figure) {
    if (figure.marks().isEmpty()) {
      return "";
    }
    return context.getString(
        figure.marks().contains(Mark.UPGRADE_NEEDED)
            ? R.string.statistics_upgrade
            : R.string.statistics_doubts);
  }

  /** Each doubt in a sentence, on a line of its own. */
  static String doubts(Context context, Set<Mark> marks) {
    List<String> sentences = new ArrayList<>();
    for (Mark mark : marks) {
      sentences.add(
          context.getString(
              switch (mark) {
                case CONFLICT -> R.string.statistics_doubt_conflict;
                case UPGRADE_NEEDED -> R.string.statistics_doubt_upgrade;
                case PROPOSAL -> R.string.statistics_doubt_proposal;
                case WITHOUT_EFFECT -> R.string.statistics_doubt_without_effect;
                case WAITING -> R.string.statistics_doubt_waiting;
                case TALLY_OUTSIDE_PERIOD -> R.string.statistics_doubt_tally_outside;
                case TALLIES_OVERLAP -> R.string.statistics_doubt_tallies_overlap;
              }));
    }
    return String.join("\n", sentences);
  }

  /** What a record's row says below its name: deadline and days over first. */
  static String detail(Context context, FoldedRecord record, String site, Names names) {
    List<String> parts = new ArrayList<>();
    if (record.type().equals("hazard")) {
      if (record.value("days_over") instanceof Json.Num days) {
        parts.add(context.getString(R.string.statistics_over, Numbers.grouped(days.value())));
      }
      parts.add(
          record.value("current_deadline") instanceof Json.Text deadline
              ? context.getString(
                  R.string.statistics_deadline,
                  Dates.full(context, LocalDate.parse(deadline.value())))
              : context.getString(R.string.statistics_no_deadline));
    } else {
      parts.add(Dates.full(context, record.date()));
    }
    Fields fields = record.fields();
    add(parts, site);
    add(parts, names.unit(fields.text(RecordFields.UNIT)));
    add(parts, fields.text(RecordFields.NUMBER));
    return String.join(" · ", parts);
  }

  private static void add(List<String> parts, String part) {
    if (!part.isEmpty()) {
      parts.add(part);
    }
  }
}
