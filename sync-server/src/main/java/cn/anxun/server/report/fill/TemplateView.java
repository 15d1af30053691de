package cn.anxun.server.report.fill;

import cn.anxun.server.report.fill.FillProblem.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A finance bureau's own file as a person sees it: the sheets of a workbook, or the paragraphs and
 * tables of a document, in cells that can be tied to values ({@link Tie}).
 *
 * @param layout tells files of one layout: a hash of what their texts are and where they stand,
 *     whatever the numbers in them, so that next year's file has the same
 */
public record TemplateView(List<Sheet> sheets, String layout) {
  private static final int LAYOUT_DIGITS = 32;

  /**
   * A sheet of a workbook, a table of a document, or a document's paragraphs outside of tables.
   *
   * @param name as ties name it
   * @param widths of its columns, roughly, in half-width characters
   * @param more whether it goes on below or beside what is shown
   */
  public record Sheet(String name, List<Integer> widths, List<Row> rows, boolean more) {
    public Sheet {
      widths = List.copyOf(widths);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row.
   *
   * @param number from 1
   */
  public record Row(int number, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell, merged ones as one.
   *
   * @param place such as B7
   * @param columns over how many columns it goes, {@code rows} over how many rows
   * @param computed whether it holds a formula, which cannot be tied
   */
  public record Cell(String place, String text, int columns, int rows, boolean computed) {}

  public TemplateView {
    sheets = List.copyOf(sheets);
  }

  /**
   * Reads a file.
   *
   * @throws FillException where it is no .xlsx, .xlsm or .docx, or not a safe one
   */
  public static TemplateView read(byte[] file) throws IOException, FillException {
    try (OfficeFile office = OfficeFile.open(file)) {
      String main =
          office
              .related("", "officeDocument")
              .filter(office::has)
              .orElseThrow(() -> new FillException(FillProblem.of(Reason.NOT_OFFICE, "")));
      boolean isWorkbook = XmlText.prefix(office.xml(main), Workbook.NAMESPACES).isPresent();
      List<Sheet> sheets =
          isWorkbook ? WorkbookView.read(office, main) : DocumentView.read(office, main);
      return new TemplateView(sheets, layout(sheets));
    }
  }

  /** The cell at this place of this sheet. */
  public Optional<Cell> find(String sheet, String place) {
    return sheets.stream()
        .filter(one -> one.name().equals(sheet))
        .flatMap(one -> one.rows().stream())
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.place().equals(place))
        .findFirst();
  }

  private static String layout(List<Sheet> sheets) {
    StringBuilder texts = new StringBuilder();
    for (Sheet sheet : sheets) {
      texts.append(bare(sheet.name())).append('\n');
      for (Row row : sheet.rows()) {
        for (Cell cell : row.cells()) {
          String text = bare(cell.text());
          if (!cell.computed() && !text.matches("[#.,%\\-]*")) {
            texts.append(cell.place()).append('=').append(text).append('\n');
          }
        }
      }
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(texts.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LAYOUT_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without its numbers and spaces. */
  private static String bare(String text) {
    return text.replaceAll("[\\s\\u3000]+", "").replaceAll("\\d+", "#");
  }
}
