package cn.anxun.server.report.docx;

import cn.anxun.server.report.PrintedTable;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;

/**
 * A table in a document. Word repeats only the first row of a table on further pages, so what
 * stands above the heading row becomes a table of its own, with nothing between the two. A cell
 * that spans the heading row and rows under it is divided there for the same reason; its text
 * stands in the larger part.
 */
final class DocxTable {
  private static final int LEAST_ROW = 380;
  private static final int SIDE_PADDING = 80;
  private static final int END_PADDING = 30;

  /** How many rows are never parted from what stands under the table. */
  private static final int ROWS_WITH_FOOTER = 2;

  private final PrintedTable table;
  private final boolean signed;
  private final int[] widths;

  private DocxTable(PrintedTable table, boolean signed) {
    this.table = table;
    this.signed = signed;
    this.widths = scaled(table.widths());
  }

  /**
   * Writes the table at the end of the document.
   *
   * @param signed whether a line for signatures follows, which is not to stand on a page alone
   */
  static void write(XWPFDocument document, PrintedTable table, boolean signed) {
    DocxTable writer = new DocxTable(table, signed);
    if (table.headerRow() > 0) {
      writer.part(document, 0, table.headerRow(), false);
      DocxFont.spacer(document.createParagraph());
    }
    writer.part(document, table.headerRow(), table.rows(), true);
  }

  private static int[] scaled(List<Integer> widths) {
    int whole = widths.stream().mapToInt(Integer::intValue).sum();
    return widths.stream().mapToInt(width -> width * DocxWriter.TEXT_WIDTH / whole).toArray();
  }

  private void part(XWPFDocument document, int from, int until, boolean headed) {
    XWPFTable made = document.createTable(until - from, 1);
    frame(made);
    for (int row = from; row < until; row++) {
      XWPFTableRow madeRow = made.getRow(row - from);
      CTTrPr properties =
          madeRow.getCtRow().isSetTrPr()
              ? madeRow.getCtRow().getTrPr()
              : madeRow.getCtRow().addNewTrPr();
      properties.addNewTrHeight().setVal(BigInteger.valueOf(LEAST_ROW));
      properties.addNewCantSplit();
      if (headed && row == from) {
        properties.addNewTblHeader();
      }
      madeRow.removeCell(0);
      for (PrintedTable.Cell cell : table.cells()) {
        if (cell.row() <= row && row <= cell.lastRow()) {
          boolean divided = cell.row() < from + 1 && cell.lastRow() > from && headed;
          boolean closing = !headed && row == until - 1;
          cell(madeRow.createCell(), cell, row, divided ? from : -1, closing);
        }
      }
      if (headed && signed && row >= until - ROWS_WITH_FOOTER) {
        madeRow
            .getTableCells()
            .forEach(cell -> cell.getParagraphs().forEach(text -> text.setKeepNext(true)));
      }
    }
  }

  private void frame(XWPFTable made) {
    CTTblPr properties = made.getCTTbl().getTblPr();
    if (properties.isSetTblW()) {
      properties.unsetTblW();
    }
    properties.addNewTblW().setType(STTblWidth.DXA);
    properties.getTblW().setW(BigInteger.valueOf(DocxWriter.TEXT_WIDTH));
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    made.setCellMargins(END_PADDING, SIDE_PADDING, END_PADDING, SIDE_PADDING);
    CTTblGrid grid = made.getCTTbl().getTblGrid();
    if (grid == null) {
      grid = made.getCTTbl().addNewTblGrid();
    }
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    for (int width : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
    }
  }

  /**
   * Writes one row's share of a cell.
   *
   * @param dividedAt the heading row that it is cut at, or -1
   * @param closing whether the row under it, in the next table, draws the line between them
   */
  private void cell(
      XWPFTableCell made, PrintedTable.Cell cell, int row, int dividedAt, boolean closing) {
    CTTcPr properties = made.getCTTc().addNewTcPr();
    int width = 0;
    for (int column = cell.column(); column <= cell.lastColumn(); column++) {
      width += widths[column];
    }
    properties.addNewTcW().setType(STTblWidth.DXA);
    properties.getTcW().setW(BigInteger.valueOf(width));
    if (cell.columns() > 1) {
      properties.addNewGridSpan().setVal(BigInteger.valueOf(cell.columns()));
    }
    int start = dividedAt >= 0 && row > dividedAt ? dividedAt + 1 : cell.row();
    boolean joined = dividedAt >= 0 ? row > dividedAt && cell.lastRow() > start : cell.rows() > 1;
    if (joined) {
      properties.addNewVMerge().setVal(row == start ? STMerge.RESTART : STMerge.CONTINUE);
    }
    borders(
        properties.addNewTcBorders(),
        closing || row == dividedAt,
        row == start && start > cell.row());
    properties.addNewVAlign().setVal(STVerticalJc.CENTER);
    boolean holdsText = row == start && row != dividedAt;
    text(made, holdsText ? cell.text() : "", cell.style());
  }

  private static void borders(CTTcBorders borders, boolean openBelow, boolean openAbove) {
    line(borders.addNewTop(), openAbove);
    line(borders.addNewLeft(), false);
    line(borders.addNewBottom(), openBelow);
    line(borders.addNewRight(), false);
  }

  private static void line(CTBorder border, boolean open) {
    border.setVal(open ? STBorder.NIL : STBorder.SINGLE);
    border.setSz(BigInteger.valueOf(4));
    border.setSpace(BigInteger.ZERO);
    border.setColor("000000");
  }

  private static void text(XWPFTableCell made, String text, PrintedTable.Style style) {
    XWPFParagraph paragraph =
        made.getParagraphs().isEmpty() ? made.addParagraph() : made.getParagraphs().get(0);
    paragraph.setAlignment(
        style == PrintedTable.Style.TEXT ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
    paragraph.setSpacingAfter(0);
    paragraph.setSpacingBefore(0);
    DocxFont.write(paragraph, text, DocxFont.BODY);
  }
}
