package cn.anxun.server.report.xlsx;

import cn.anxun.server.report.PrintedTable;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of a form's cells; each made once in a workbook. */
final class XlsxStyles {
  private static final String SONG = "宋体";
  private static final String FANG_SONG = "仿宋";
  private static final short BODY_SIZE = 10;

  private final XSSFWorkbook workbook;
  private final XSSFFont body;
  private final XSSFCellStyle title;
  private final XSSFCellStyle subtitle;
  private final XSSFCellStyle small;
  private final XSSFCellStyle footer;
  private final Map<String, XSSFCellStyle> cells = new HashMap<>();

  XlsxStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    // The first font is the unit of column widths.
    this.body = workbook.getFontAt(0);
    body.setFontName(SONG);
    body.setFontHeightInPoints(BODY_SIZE);
    this.title = plain(font(SONG, 18, true), HorizontalAlignment.CENTER);
    this.subtitle = plain(font(SONG, 12, false), HorizontalAlignment.CENTER);
    this.small = plain(font(FANG_SONG, 8, false), HorizontalAlignment.LEFT);
    this.footer = plain(font(SONG, 11, false), HorizontalAlignment.LEFT);
  }

  XSSFCellStyle title() {
    return title;
  }

  XSSFCellStyle subtitle() {
    return subtitle;
  }

  XSSFCellStyle small() {
    return small;
  }

  XSSFCellStyle footer() {
    return footer;
  }

  /**
   * Bordered; a number keeps the decimals it is printed with, a text is never taken for a formula.
   */
  XSSFCellStyle of(PrintedTable.Cell cell) {
    String format =
        cell.number()
            .map(number -> number.scale() > 0 ? "0." + "0".repeat(number.scale()) : "0")
            .orElse(CellText.looksLikeFormula(cell.text()) ? "@" : "General");
    return cells.computeIfAbsent(cell.style() + format, key -> bordered(cell.style(), format));
  }

  private XSSFCellStyle bordered(PrintedTable.Style look, String format) {
    HorizontalAlignment alignment =
        look == PrintedTable.Style.TEXT ? HorizontalAlignment.LEFT : HorizontalAlignment.CENTER;
    XSSFCellStyle style = plain(body, alignment);
    style.setIndention((short) (look == PrintedTable.Style.TEXT ? 1 : 0));
    style.setWrapText(true);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setQuotePrefixed(format.equals("@"));
    return style;
  }

  private XSSFCellStyle plain(XSSFFont font, HorizontalAlignment alignment) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setAlignment(alignment);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private XSSFFont font(String name, int size, boolean bold) {
    XSSFFont font = workbook.createFont();
    font.setFontName(name);
    font.setFontHeightInPoints((short) size);
    font.setBold(bold);
    return font;
  }
}
