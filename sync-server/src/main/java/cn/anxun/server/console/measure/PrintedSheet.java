package cn.anxun.server.console.measure;

import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.PrintedTable;
import java.util.ArrayList;
import java.util.List;

/** A sheet as it prints, row by row for the page. */
public record PrintedSheet(
    String title,
    String subtitle,
    List<String> smallPrint,
    List<List<PrintedTable.Cell>> rows,
    List<String> footer) {

  public static PrintedSheet of(PrintedDocument.Sheet sheet) {
    List<List<PrintedTable.Cell>> rows = new ArrayList<>();
    for (int row = 0; row < sheet.table().rows(); row++) {
      int here = row;
      rows.add(sheet.table().cells().stream().filter(cell -> cell.row() == here).toList());
    }
    return new PrintedSheet(
        sheet.title(), sheet.subtitle(), sheet.smallPrint(), rows, sheet.footer());
  }
}
