package cn.anxun.server.report.form;

import cn.anxun.server.report.PrintedTable;
import java.util.List;

/**
 * How a template looks on paper, as data: {@link FormLayoutJson} reads it. Texts hold placeholders
 * by the names of {@link FormValues}.
 *
 * @param template the name that a form's definition asks for
 * @param columns their widths in half-width characters; 140 fill A4 landscape
 */
public record FormLayout(
    String template,
    String title,
    String subtitle,
    List<String> smallPrint,
    List<Integer> columns,
    List<Row> rows,
    List<String> footer) {
  public FormLayout {
    smallPrint = List.copyOf(smallPrint);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    footer = List.copyOf(footer);
  }

  /** When a row is printed. */
  public enum Occurs {
    ONCE,
    /** Once for each indicator row of the form. */
    EACH_INDICATOR,
    /** Once, unless the form has none of the values it names. */
    IF_ANY_VALUE
  }

  /**
   * A row; its cells fill all columns.
   *
   * @param header whether it is repeated on each further page; exactly one row is
   */
  public record Row(Occurs occurs, boolean header, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell.
   *
   * @param columns how many it spans
   * @param join where two cells, one under the other, have the same join once its placeholders are
   *     replaced, they become one; "" for none
   */
  public record Cell(String text, int columns, PrintedTable.Style style, String join) {}
}
