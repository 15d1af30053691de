package cn.anxun.server.importer;

import cn.anxun.server.importer.SheetRows.RawRow;
import cn.anxun.server.report.xlsx.CellText;
import cn.anxun.server.report.xlsx.Unclosed;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.WorkbookUtil;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/**
 * The same sheet with a last column that says what is wrong with each row, and the cells coloured:
 * to be mended and imported again. Rows keep their numbers; formulas become what they had come to.
 */
final class ReasonedCopy implements AutoCloseable {
  private static final String KEY = "import.reasons";
  private static final int FLUSH_ROWS = 500;
  private static final int WIDTH = 16;
  private static final int REASONS_WIDTH = 60;
  private static final String BAD = "FDE5E3";
  private static final String WARNED = "FFF0D1";

  private final Workbook workbook;
  private final Worksheet sheet;
  private final FoundHeading found;
  private final int reasonsPlace;

  /** The stream stays open. */
  ReasonedCopy(OutputStream out, FoundHeading found) {
    this.found = found;
    this.workbook = new Workbook(new Unclosed(out), "anxun", "1.0");
    this.sheet = workbook.newWorksheet(WorkbookUtil.createSafeSheetName(found.sheet()));
    int last = found.written().keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    this.reasonsPlace = last + 1;
    for (int place = 0; place <= last; place++) {
      sheet.width(place, WIDTH);
    }
    sheet.width(reasonsPlace, REASONS_WIDTH);
  }

  /** Whether this is the heading of the reasons. */
  static boolean isReasons(String heading) {
    return heading.equals(ServerTexts.CHINESE.text(KEY));
  }

  /** Copies a row above the records. */
  void above(Row row) {
    copy(row, Map.of());
    if (row.getRowNum() == found.row()) {
      int at = row.getRowNum() - 1;
      sheet.value(at, reasonsPlace, ServerTexts.CHINESE.text(KEY));
      sheet.range(at, 0, at, reasonsPlace).style().bold().set();
      sheet.freezePane(0, at + 1);
    }
  }

  /** Copies a record with what is to be said of it. */
  void row(RawRow raw, List<ImportProblem> problems) {
    Map<String, String> fills = new HashMap<>();
    for (ImportProblem problem : problems) {
      fills.merge(
          problem.column(),
          problem.blocks() ? BAD : WARNED,
          (one, other) -> one.equals(BAD) ? one : other);
    }
    copy(raw.whole(), fills);
    if (!problems.isEmpty()) {
      int at = raw.number() - 1;
      String reasons =
          problems.stream()
              .map(
                  problem ->
                      problem.column().isEmpty()
                          ? problem.message()
                          : ServerTexts.CHINESE.text(
                              "import.reason", problem.column(), problem.message()))
              .collect(Collectors.joining("\n"));
      sheet.inlineString(at, reasonsPlace, CellText.fitting(reasons));
      sheet
          .style(at, reasonsPlace)
          .wrapText(true)
          .fillColor(problems.stream().anyMatch(ImportProblem::blocks) ? BAD : WARNED)
          .set();
    }
  }

  private void copy(Row row, Map<String, String> fills) {
    int at = row.getRowNum() - 1;
    for (int place = 0; place < reasonsPlace; place++) {
      String fill = fills.getOrDefault(SheetRows.letter(place), "");
      Cell cell = row.hasCell(place) ? row.getCell(place) : null;
      String format = cell == null ? "" : copy(at, place, cell);
      if (!fill.isEmpty() || !format.isEmpty()) {
        StyleSetter style = sheet.style(at, place);
        (fill.isEmpty() ? style : style.fillColor(fill))
            .format(format.isEmpty() ? "General" : format)
            .set();
      }
    }
    if (row.getRowNum() % FLUSH_ROWS == 0) {
      flush();
    }
  }

  /** Copies what is in the cell; the format that it needs. */
  private String copy(int at, int place, Cell cell) {
    String text = SheetRows.text(cell);
    if (cell.getType() == CellType.NUMBER) {
      sheet.value(at, place, cell.asNumber());
      String format = cell.getDataFormatString();
      return format == null ? "" : format;
    }
    if (!text.isEmpty()) {
      sheet.inlineString(at, place, CellText.fitting(text));
    }
    return CellText.looksLikeFormula(text) ? "@" : "";
  }

  private void flush() {
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
