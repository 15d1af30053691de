package cn.anxun.server.console.fill;

import cn.anxun.server.console.form.FormPage.Link;
import java.util.List;

/**
 * A file of others as a sheet whose cells can be chosen and tied to values.
 *
 * @param path of this page, to which ties are sent
 * @param bare the same without what year and as of when
 * @param asOf the cut-off that was asked for, or ""
 * @param note whether this layout was known, in a sentence
 * @param seen what the ledger remembers of this layout, for who saves over it
 * @param save where the ties are remembered, or "" for one who may not
 * @param tabs the sheets
 * @param ties all ties of the file
 */
public record TiePage(
    String path,
    String bare,
    int year,
    String asOf,
    Link back,
    String note,
    String seen,
    String save,
    String fill,
    List<String> problems,
    List<String> notices,
    List<Tab> tabs,
    Grid grid,
    Chosen chosen,
    List<Tied> ties,
    Who who) {

  /** A sheet to choose. */
  public record Tab(String name, String link, boolean chosen) {}

  /** Who prepared the form, typed before. */
  public record Who(String department, String preparedBy, String phone) {}

  /**
   * The chosen sheet.
   *
   * @param width of all its columns in pixels; {@code widths} of each
   * @param more whether it goes on beyond what is shown
   */
  public record Grid(String name, int width, List<Integer> widths, List<Row> rows, boolean more) {}

  /** A row. */
  public record Row(int number, List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param link where it is chosen, or "" for a formula
   * @param text what will stand in it
   * @param state {@code tied}, {@code broken} where the value is not known, else ""
   * @param label for those who do not see it
   */
  public record Cell(
      String place,
      String link,
      String text,
      int columns,
      int rows,
      String state,
      boolean chosen,
      String label) {}

  /**
   * The cell that was chosen, and what it can be tied to.
   *
   * @param place such as B7; "" where none is chosen
   * @param value the name that it is tied to, or ""
   * @param search what was searched for
   */
  public record Chosen(
      String sheet,
      String place,
      String text,
      String value,
      String search,
      int sheetNumber,
      List<Choice> choices) {}

  /** A value. */
  public record Choice(String name, String label, String text, boolean taken) {}

  /**
   * A tie of the file.
   *
   * @param problem why it cannot be filled, or ""
   */
  public record Tied(
      String sheet, String cell, String label, String text, String problem, String link) {}
}
