package cn.anxun.core.indicator;

import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Stock;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which records a period holds on a basis. A record cannot close before its own day, so a {@code
 * closed_on} before it counts as that day; thus stock and flow add up on any input: start + new −
 * closed = end.
 */
final class InPeriod {
  static final String CLOSED_ON = "closed_on";

  private final Basis basis;
  private final LocalDate from;
  private final LocalDate until;
  private final String fromText;
  private final String untilText;

  InPeriod(Basis basis, Period period) {
    this.basis = basis;
    this.from = period.from();
    this.until = period.until();
    this.fromText = from.toString();
    this.untilText = until.toString();
  }

  /** The field that {@link #test} looks at. */
  String field() {
    return basis.stock() == Stock.NONE ? basis.on() : CLOSED_ON;
  }

  /**
   * Whether the period holds the record.
   *
   * @param day what the record says in {@link #field}
   */
  boolean test(FoldedRecord record, @Nullable Json day) {
    return switch (basis.stock()) {
      case START -> record.date().isBefore(from) && !closedBy(record, day, fromText, false);
      case END -> !record.date().isAfter(until) && !closedBy(record, day, untilText, true);
      case NONE ->
          basis.on().equals(Basis.RECORDED.on())
              ? recordedWithin(record.date())
              : within(record, day);
    };
  }

  /** The day on this basis, written yyyy-MM-dd; null where the record has none. */
  static @Nullable String day(FoldedRecord record, Basis basis) {
    if (basis.on().equals(Basis.RECORDED.on())) {
      return record.date().toString();
    }
    return day(record, record.value(basis.on()), basis);
  }

  private static @Nullable String day(FoldedRecord record, @Nullable Json said, Basis basis) {
    if (!(said instanceof Json.Text day) || day.value().length() != 10) {
      return null;
    }
    return basis.on().equals(CLOSED_ON) ? later(day.value(), record.date()) : day.value();
  }

  private boolean recordedWithin(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  private boolean within(FoldedRecord record, @Nullable Json said) {
    String day = day(record, said, basis);
    return day != null && day.compareTo(fromText) >= 0 && day.compareTo(untilText) <= 0;
  }

  /** Whether it was closed before the day, or on it where that is included. */
  private static boolean closedBy(
      FoldedRecord record, @Nullable Json closedOn, String day, boolean included) {
    if (!(closedOn instanceof Json.Text closed) || closed.value().length() != 10) {
      return false;
    }
    int order = later(closed.value(), record.date()).compareTo(day);
    return included ? order <= 0 : order < 0;
  }

  private static String later(String day, LocalDate recorded) {
    String recordedText = recorded.toString();
    return day.compareTo(recordedText) < 0 ? recordedText : day;
  }
}
