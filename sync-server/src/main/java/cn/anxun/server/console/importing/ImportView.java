package cn.anxun.server.console.importing;

import java.util.List;
import java.util.Map;

/**
 * A workbook that is being imported.
 *
 * @param address of its page
 * @param problem what somebody must mend, or ""
 * @param busy what is being done, or ""; the page then asks again
 * @param rows that were read by now, of {@code total}; 0 where that is not known
 * @param sheets to choose from
 * @param columns what a heading may mean, label by key
 * @param missing the sentence of the columns that nothing was taken for, or ""
 * @param unread how many headings were taken for nothing
 * @param counts what would come of it, or came
 * @param tables rows to look at
 * @param apply what the button says, or "" where there is nothing to import
 * @param skips whether bad rows are left out
 * @param note what to know before, or that it was done
 * @param problems where to get the problems as a file, or ""
 * @param done whether it was imported
 * @param opened records that are new
 * @param ledger the ledger where all of them are
 */
public record ImportView(
    String address,
    String problem,
    String busy,
    int rows,
    int total,
    List<String> sheets,
    String sheet,
    int headingRow,
    List<Head> heads,
    Map<String, String> columns,
    String missing,
    int unread,
    List<Count> counts,
    List<Table> tables,
    String apply,
    boolean skips,
    String note,
    String problems,
    boolean done,
    List<Opened> opened,
    String ledger) {

  /** A heading of the file, and the key of the column that it is taken for, or "". */
  public record Head(String letter, String written, String column, String sample) {}

  /** A count and what it counts. */
  public record Count(String label, String value, boolean bad) {}

  /** Some rows under a title. */
  public record Table(String title, List<String> heads, List<Row> rows) {}

  /**
   * A row.
   *
   * @param notes of the row as a whole
   */
  public record Row(
      int number, String outcome, boolean bad, List<String> notes, List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param problems each with its place
   */
  public record Cell(String text, String style, List<String> problems) {}

  /** A new record. */
  public record Opened(String link, String label) {}

  /** Whether the page asks again by itself. */
  public boolean isBusy() {
    return !busy.isEmpty();
  }
}
