package cn.anxun.server.console.base;

import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.Links;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What becomes of a table's rows, to look at.
 *
 * @param headings of the rows' columns
 * @param counts how many are added, changed and removed, in a sentence
 */
public record ChangedRows(List<String> headings, String counts, List<Row> rows) {
  private static final int NAMING = 2;

  /**
   * A row.
   *
   * @param state in words
   * @param link where it is changed once more; "" for none
   * @param used records that say it, where it is removed; else 0
   */
  public record Row(String id, String state, String css, String link, int used, List<Cell> cells) {}

  /**
   * What stood and what will stand; the same where nothing changes.
   *
   * @param isNew whether the whole row comes or goes
   */
  public record Cell(String before, String after, boolean isNew) {
    public boolean changes() {
      return !before.equals(after);
    }
  }

  static ChangedRows of(
      BaseTable table, List<Drafted.Row> rows, Usage usage, boolean linked, Texts texts) {
    List<Column> columns = telling(table, rows, texts);
    List<Row> shown = new ArrayList<>();
    rows.stream()
        .sorted(Comparator.comparing(row -> order(row.state())))
        .forEach(row -> shown.add(row(table, row, columns, usage, linked, texts)));
    return new ChangedRows(
        columns.stream().map(Column::heading).toList(),
        texts.text(
            "console.base.counts",
            count(rows, Drafted.State.ADDED),
            count(rows, Drafted.State.CHANGED),
            count(rows, Drafted.State.REMOVED)),
        shown);
  }

  /** The columns that name the rows, and those that say something new. */
  private static List<Column> telling(BaseTable table, List<Drafted.Row> rows, Texts texts) {
    List<Column> telling = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean tells =
          rows.stream()
              .filter(row -> !row.id().equals(Content.HEAD))
              .map(row -> cell(column, row, texts))
              .anyMatch(cell -> cell.isNew() ? !cell.after().isEmpty() : cell.changes());
      if (tells || telling.size() < NAMING) {
        telling.add(column);
      }
    }
    return telling;
  }

  private static int order(Drafted.State state) {
    return switch (state) {
      case CONFLICT -> 0;
      case REMOVED -> 1;
      case CHANGED -> 2;
      case ADDED -> 3;
      case SAME -> 4;
    };
  }

  private static long count(List<Drafted.Row> rows, Drafted.State state) {
    return rows.stream().filter(row -> row.state() == state).count();
  }

  private static Row row(
      BaseTable table,
      Drafted.Row row,
      List<Column> columns,
      Usage usage,
      boolean linked,
      Texts texts) {
    String state = row.state().name().toLowerCase(Locale.ROOT);
    boolean isHead = row.id().equals(Content.HEAD);
    return new Row(
        row.id(),
        texts.text("console.base.state." + state),
        state,
        linked ? table.link() + "/row?id=" + Links.encoded(row.id()) : "",
        row.after() == null ? usage.count(row.any()) : 0,
        (isHead ? table.head() : columns).stream().map(one -> cell(one, row, texts)).toList());
  }

  private static Cell cell(Column column, Drafted.Row row, Texts texts) {
    String stood = row.before() == null ? "" : column.shown(row.before(), texts);
    String stands = row.after() == null ? "" : column.shown(row.after(), texts);
    boolean isNew = row.before() == null || row.after() == null;
    return new Cell(
        row.before() == null ? stands : stood, row.after() == null ? stood : stands, isNew);
  }
}
