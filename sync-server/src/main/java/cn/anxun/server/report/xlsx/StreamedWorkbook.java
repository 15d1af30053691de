package cn.anxun.server.report.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.util.WorkbookUtil;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes long lists as .xlsx, row by row, without holding them. Cells are texts, numbers or days;
 * texts are never formulas.
 */
public final class StreamedWorkbook implements AutoCloseable {
  /** As many rows are written out at once; a processor still has them at hand then. */
  public static final int FLUSH_ROWS = 50;

  private static final int MOST_WIDTH = 60;
  private static final String HEADING_FILL = "EEEEEE";

  private final Workbook workbook;

  /** The stream stays open. */
  public StreamedWorkbook(OutputStream out) {
    this.workbook = new Workbook(new Unclosed(out), "anxun", "1.0");
  }

  /** A column: its heading and its width in half-width characters. */
  public record Column(String heading, int width) {}

  /**
   * Starts a sheet; the one before it ends.
   *
   * @param notes lines above the heading
   */
  public Sheet sheet(String name, List<String> notes, List<Column> columns) throws IOException {
    Worksheet sheet = workbook.newWorksheet(WorkbookUtil.createSafeSheetName(name));
    for (int i = 0; i < columns.size(); i++) {
      sheet.width(i, Math.min(columns.get(i).width(), MOST_WIDTH));
    }
    for (int i = 0; i < notes.size(); i++) {
      sheet.value(i, 0, CellText.fitting(notes.get(i)));
    }
    sheet.freezePane(0, notes.size() + 1);
    sheet.repeatRows(notes.size());
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    for (int i = 0; i < columns.size(); i++) {
      sheet.value(notes.size(), i, columns.get(i).heading());
      sheet
          .style(notes.size(), i)
          .bold()
          .fillColor(HEADING_FILL)
          .borderStyle("thin")
          .horizontalAlignment("center")
          .set();
    }
    return new Sheet(sheet, notes.size() + 1);
  }

  /** A sheet that takes rows. */
  public static final class Sheet {
    /** The most rows a sheet takes; a longer list goes on in another. */
    public static final int MOST_ROWS = 1_000_000;

    private final Worksheet sheet;
    private final CellFormats formats;
    private int row;

    private Sheet(Worksheet sheet, int row) {
      this.sheet = sheet;
      this.formats = new CellFormats(sheet);
      this.row = row;
    }

    public boolean isFull() {
      return row >= MOST_ROWS;
    }

    /** Adds a row of String, BigDecimal and LocalDate values. */
    public void row(List<?> values) throws IOException {
      for (int column = 0; column < values.size(); column++) {
        cell(column, values.get(column));
      }
      row++;
      if (row % FLUSH_ROWS == 0) {
        formats.apply();
        sheet.flush();
      }
    }

    private void cell(int column, Object value) {
      if (value instanceof BigDecimal number) {
        sheet.value(row, column, number);
      } else if (value instanceof LocalDate day) {
        sheet.value(row, column, day);
        formats.set(row, column, "yyyy-mm-dd");
      } else {
        String text = CellText.fitting(String.valueOf(value));
        if (!text.isEmpty()) {
          sheet.inlineString(row, column, text);
        }
        if (CellText.looksLikeFormula(text)) {
          formats.set(row, column, "@");
        }
      }
    }

    /** Ends the sheet. */
    public void finish() throws IOException {
      formats.apply();
      sheet.finish();
    }
  }

  /** Ends the file. */
  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
