package cn.anxun.app.feature.hazards;

import cn.anxun.app.data.local.RecordQuery;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.hazard.HazardState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Which hazards the list shows, and in which order. "" stands for all.
 *
 * @param text in the description, the number, or the name or pinyin initials of the site
 * @param division a code; all below it are meant
 */
record HazardFilter(
    String text,
    Standing standing,
    String level,
    String division,
    String unit,
    String industry,
    Span span,
    Sort sort) {
  static final HazardFilter ALL =
      new HazardFilter("", Standing.ALL, "", "", "", "", Span.ALL, Sort.LATEST);

  /** Where a hazard stands. */
  enum Standing {
    ALL,
    OPEN,
    /** Open and past its deadline. */
    OVERDUE,
    /** Put right, awaiting its review. */
    RECTIFIED,
    CLOSED
  }

  /** When it was found. */
  enum Span {
    ALL,
    MONTH,
    QUARTER,
    YEAR,
    LAST_YEAR
  }

  /** What comes first. */
  enum Sort {
    LATEST(RecordQuery.Order.LATEST),
    DEADLINE(RecordQuery.Order.DEADLINE),
    SITE(RecordQuery.Order.SITE),
    NUMBER(RecordQuery.Order.NUMBER);

    private final RecordQuery.Order order;

    Sort(RecordQuery.Order order) {
      this.order = order;
    }
  }

  /** What a filter is set by. */
  enum Part {
    STANDING,
    LEVEL,
    DIVISION,
    UNIT,
    INDUSTRY,
    SPAN,
    SORT
  }

  boolean isAll() {
    return with(Part.SORT, ALL.sort.name()).equals(ALL);
  }

  /** The value of a part, as {@link #with} takes it; "" for all. */
  String value(Part part) {
    return switch (part) {
      case STANDING -> standing == Standing.ALL ? "" : standing.name();
      case LEVEL -> level;
      case DIVISION -> division;
      case UNIT -> unit;
      case INDUSTRY -> industry;
      case SPAN -> span == Span.ALL ? "" : span.name();
      case SORT -> sort.name();
    };
  }

  HazardFilter with(Part part, String value) {
    return new HazardFilter(
        text,
        part == Part.STANDING
            ? (value.isEmpty() ? Standing.ALL : Standing.valueOf(value))
            : standing,
        part == Part.LEVEL ? value : level,
        part == Part.DIVISION ? value : division,
        part == Part.UNIT ? value : unit,
        part == Part.INDUSTRY ? value : industry,
        part == Part.SPAN ? (value.isEmpty() ? Span.ALL : Span.valueOf(value)) : span,
        part == Part.SORT ? Sort.valueOf(value) : sort);
  }

  HazardFilter withText(String typed) {
    return new HazardFilter(typed, standing, level, division, unit, industry, span, sort);
  }

  /** All parts, as {@link #read} takes them. */
  ArrayList<String> write() {
    ArrayList<String> values = new ArrayList<>();
    values.add(text);
    for (Part part : Part.values()) {
      values.add(value(part));
    }
    return values;
  }

  static HazardFilter read(List<String> values) {
    Iterator<String> each = values.iterator();
    HazardFilter filter = ALL.withText(each.next());
    for (Part part : Part.values()) {
      filter = filter.with(part, each.next());
    }
    return filter;
  }

  /** The list on this day. */
  RecordQuery query(LocalDate today) {
    RecordQuery query =
        RecordQuery.of(HazardFound.KIND.recordType())
            .is(RecordQuery.Column.STATE, state().map(HazardState::wire).orElse(""))
            .is(RecordQuery.Column.LEVEL, level)
            .startsWith(RecordQuery.Column.DIVISION, division)
            .is(RecordQuery.Column.UNIT, unit)
            .is(RecordQuery.Column.INDUSTRY, industry)
            .from(RecordQuery.Day.DATE, from(today))
            .until(RecordQuery.Day.DATE, until(today))
            .search(text)
            .orderBy(sort.order);
    return standing == Standing.OVERDUE
        ? query.until(RecordQuery.Day.DEADLINE, today.minusDays(1))
        : query;
  }

  private Optional<HazardState> state() {
    return switch (standing) {
      case ALL -> Optional.empty();
      case OPEN, OVERDUE -> Optional.of(HazardState.OPEN);
      case RECTIFIED -> Optional.of(HazardState.RECTIFIED);
      case CLOSED -> Optional.of(HazardState.CLOSED);
    };
  }

  private LocalDate from(LocalDate today) {
    return switch (span) {
      case ALL -> LocalDate.of(2000, 1, 1);
      case MONTH -> today.withDayOfMonth(1);
      case QUARTER -> LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case YEAR -> LocalDate.of(today.getYear(), 1, 1);
      case LAST_YEAR -> LocalDate.of(today.getYear() - 1, 1, 1);
    };
  }

  private LocalDate until(LocalDate today) {
    return span == Span.LAST_YEAR
        ? LocalDate.of(today.getYear() - 1, 12, 31)
        : LocalDate.of(2099, 12, 31);
  }
}
