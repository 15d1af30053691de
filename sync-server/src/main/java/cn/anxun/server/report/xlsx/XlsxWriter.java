package cn.anxun.server.report.xlsx;

import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.PrintedTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a {@link PrintedDocument} as .xlsx: A4 landscape, one page wide, borders on every cell of
 * the table, the heading row on each page, rows high enough for all their text. Texts are never
 * formulas.
 */
public final class XlsxWriter {
  private static final float TITLE_POINTS = 32;
  private static final float SUBTITLE_POINTS = 20;
  private static final float SMALL_POINTS = 14;
  private static final float FOOTER_POINTS = 28;
  private static final double SIDE_MARGIN_INCHES = 0.45;
  private static final double END_MARGIN_INCHES = 0.55;
  private static final double EDGE_INCHES = 0.25;

  private XlsxWriter() {}

  /** Writes the whole file; the stream stays open. */
  public static void write(PrintedDocument document, OutputStream out) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.getProperties().getCoreProperties().setCreator("安巡");
      workbook.getProperties().getCoreProperties().setTitle(document.name());
      XlsxStyles styles = new XlsxStyles(workbook);
      for (PrintedDocument.Sheet sheet : document.sheets()) {
        XSSFSheet made = workbook.createSheet(WorkbookUtil.createSafeSheetName(sheet.name()));
        new SheetWriter(made, sheet, styles).write();
      }
      workbook.write(out);
    }
  }

  /** Writes one sheet from top to bottom. */
  private static final class SheetWriter {
    private final XSSFSheet sheet;
    private final PrintedDocument.Sheet content;
    private final XlsxStyles styles;
    private final int columns;
    private int row;

    SheetWriter(XSSFSheet sheet, PrintedDocument.Sheet content, XlsxStyles styles) {
      this.sheet = sheet;
      this.content = content;
      this.styles = styles;
      this.columns = content.table().widths().size();
    }

    void write() {
      List<Integer> widths = content.table().widths();
      for (int column = 0; column < columns; column++) {
        sheet.setColumnWidth(column, widths.get(column) * 256);
      }
      line(content.title(), styles.title(), TITLE_POINTS);
      if (!content.subtitle().isEmpty()) {
        line(content.subtitle(), styles.subtitle(), SUBTITLE_POINTS);
      }
      for (String small : content.smallPrint()) {
        line(small, styles.small(), SMALL_POINTS);
      }
      table();
      if (!content.footer().isEmpty()) {
        footer();
      }
      page();
    }

    private void line(String text, XSSFCellStyle style, float points) {
      XSSFRow line = sheet.createRow(row);
      line.setHeightInPoints(points);
      for (int column = 0; column < columns; column++) {
        line.createCell(column).setCellStyle(style);
      }
      line.getCell(0).setCellValue(CellText.fitting(text));
      merge(row, row, 0, columns - 1);
      row++;
    }

    private void table() {
      PrintedTable table = content.table();
      RowHeights heights = RowHeights.of(table);
      int[] first = new int[table.rows() + 1];
      first[0] = row;
      for (int i = 0; i < table.rows(); i++) {
        List<Float> parts = heights.parts(i);
        for (int part = 0; part < parts.size(); part++) {
          XSSFRow made = sheet.createRow(first[i] + part);
          made.setHeightInPoints(parts.get(part));
        }
        first[i + 1] = first[i] + parts.size();
      }
      for (PrintedTable.Cell cell : table.cells()) {
        cell(cell, first[cell.row()], first[cell.lastRow() + 1] - 1);
      }
      int header = table.headerRow();
      sheet.setRepeatingRows(new CellRangeAddress(first[header], first[header + 1] - 1, -1, -1));
      row = first[table.rows()];
    }

    private void cell(PrintedTable.Cell cell, int from, int until) {
      for (int i = from; i <= until; i++) {
        for (int column = cell.column(); column <= cell.lastColumn(); column++) {
          sheet.getRow(i).createCell(column).setCellStyle(styles.of(cell));
        }
      }
      XSSFCell made = sheet.getRow(from).getCell(cell.column());
      cell.number()
          .ifPresentOrElse(
              number -> made.setCellValue(number.doubleValue()),
              () -> made.setCellValue(CellText.fitting(cell.text())));
      merge(from, until, cell.column(), cell.lastColumn());
    }

    private void footer() {
      XSSFRow line = sheet.createRow(row);
      line.setHeightInPoints(FOOTER_POINTS);
      for (int column = 0; column < columns; column++) {
        line.createCell(column).setCellStyle(styles.footer());
      }
      List<Integer> starts = content.table().evenly(content.footer().size());
      for (int i = 0; i < starts.size(); i++) {
        int until = i + 1 < starts.size() ? starts.get(i + 1) : columns;
        line.getCell(starts.get(i)).setCellValue(content.footer().get(i));
        merge(row, row, starts.get(i), until - 1);
      }
      row++;
    }

    private void merge(int fromRow, int untilRow, int fromColumn, int untilColumn) {
      if (fromRow != untilRow || fromColumn != untilColumn) {
        sheet.addMergedRegion(new CellRangeAddress(fromRow, untilRow, fromColumn, untilColumn));
      }
    }

    private void page() {
      PrintSetup print = sheet.getPrintSetup();
      print.setPaperSize(PrintSetup.A4_PAPERSIZE);
      print.setLandscape(true);
      print.setFitWidth((short) 1);
      print.setFitHeight((short) 0);
      sheet.setFitToPage(true);
      sheet.setHorizontallyCenter(true);
      sheet.setMargin(PageMargin.LEFT, SIDE_MARGIN_INCHES);
      sheet.setMargin(PageMargin.RIGHT, SIDE_MARGIN_INCHES);
      sheet.setMargin(PageMargin.TOP, END_MARGIN_INCHES);
      sheet.setMargin(PageMargin.BOTTOM, END_MARGIN_INCHES);
      sheet.setMargin(PageMargin.HEADER, EDGE_INCHES);
      sheet.setMargin(PageMargin.FOOTER, EDGE_INCHES);
      sheet.getFooter().setCenter("第 &P 页 共 &N 页");
      sheet
          .getWorkbook()
          .setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, columns - 1, 0, row - 1);
    }
  }
}
