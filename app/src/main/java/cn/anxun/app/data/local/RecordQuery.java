package cn.anxun.app.data.local;

import androidx.sqlite.db.SimpleSQLiteQuery;
import androidx.sqlite.db.SupportSQLiteQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a list's conditions together; values are bound, never written into the statement. */
public final class RecordQuery {
  private final StringBuilder where = new StringBuilder("WHERE record.type = ?");
  private final List<Object> values = new ArrayList<>();
  private String order = "record.date DESC, record.subject DESC";

  private RecordQuery(String type) {
    values.add(type);
  }

  /** As texts are compared in a search. */
  public static String comparable(String text) {
    return RecordProjection.comparable(text.trim());
  }

  /** All records of this type, latest first. */
  public static RecordQuery of(String type) {
    return new RecordQuery(type);
  }

  /** Those whose column has this value; any where it is null or "". */
  public RecordQuery is(Column column, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      and("record." + column.sql + " = ?", value);
    }
    return this;
  }

  /** Those whose column has one of these; any where there are none. */
  public RecordQuery in(Column column, Collection<String> wanted) {
    if (!wanted.isEmpty()) {
      StringBuilder marks = new StringBuilder();
      for (String value : wanted) {
        marks.append(marks.length() == 0 ? "?" : ", ?");
        values.add(value);
      }
      where.append(" AND record.").append(column.sql).append(" IN (").append(marks).append(')');
    }
    return this;
  }

  /** Those whose column begins so, such as a street's code for all its communities. */
  public RecordQuery startsWith(Column column, @Nullable String prefix) {
    if (prefix != null && !prefix.isEmpty()) {
      and("substr(record." + column.sql + ", 1, " + prefix.length() + ") = ?", prefix);
    }
    return this;
  }

  /** Those of this day or later. */
  public RecordQuery from(Day column, @Nullable LocalDate day) {
    if (day != null) {
      and("record." + column.sql + " >= ?", day.toEpochDay());
    }
    return this;
  }

  /** Those of this day or earlier. */
  public RecordQuery until(Day column, @Nullable LocalDate day) {
    if (day != null) {
      and("record." + column.sql + " <= ?", day.toEpochDay());
    }
    return this;
  }

  public RecordQuery listed() {
    where.append(" AND record.listed = 1");
    return this;
  }

  /** Those that the server has not got whole. */
  public RecordQuery unsent() {
    where.append(" AND record.unsent > 0");
    return this;
  }

  /** Those with every word of the text in themselves or in their site's name. */
  public RecordQuery search(String text) {
    for (String word : RecordProjection.comparable(text).trim().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        and("(instr(record.search, ?) > 0 OR instr(site.search, ?) > 0)", word);
        values.add(word);
      }
    }
    return this;
  }

  public RecordQuery orderBy(Order wanted) {
    order = wanted.sql;
    return this;
  }

  /** The rows from this place on. */
  public SupportSQLiteQuery page(int offset, int count) {
    List<Object> bound = new ArrayList<>(values);
    bound.add(count);
    bound.add(offset);
    return new SimpleSQLiteQuery(
        RecordTable.ITEM + where + " ORDER BY " + order + " LIMIT ? OFFSET ?", bound.toArray());
  }

  /** How many rows there are. */
  public SupportSQLiteQuery count() {
    return new SimpleSQLiteQuery(
        "SELECT count(*) FROM record LEFT JOIN record AS site ON site.subject = record.site "
            + where,
        values.toArray());
  }

  private void and(String condition, Object value) {
    where.append(" AND ").append(condition);
    values.add(value);
  }

  /** A column of text. */
  public enum Column {
    STATE("state"),
    LEVEL("level"),
    KIND("kind"),
    SITE("site"),
    SITE_KIND("site_kind"),
    DIVISION("division"),
    INDUSTRY("industry"),
    UNIT("unit"),
    RESPONSIBLE_UNIT("responsible_unit"),
    AUTHOR("author");

    private final String sql;

    Column(String sql) {
      this.sql = sql;
    }
  }

  /** A column with a day. */
  public enum Day {
    DATE("date"),
    DEADLINE("deadline"),
    REVIEW_DUE("review_due"),
    CLOSED_ON("closed_on");

    private final String sql;

    Day(String sql) {
      this.sql = sql;
    }
  }

  /** How the list is sorted. */
  public enum Order {
    LATEST("record.date DESC, record.subject DESC"),
    EARLIEST("record.date, record.subject"),
    DEADLINE("record.deadline IS NULL, record.deadline, record.subject"),
    REVIEW_DUE("record.review_due IS NULL, record.review_due, record.subject"),
    SITE("site_name IS NULL, site_name, record.date DESC, record.subject"),
    NUMBER("record.number IS NULL, record.number, record.subject");

    private final String sql;

    Order(String sql) {
      this.sql = sql;
    }
  }
}
