package cn.anxun.server.report;

import java.util.List;

/**
 * What is to be printed, whatever the file's format: one or more sheets, each starting on a page of
 * its own, A4 landscape.
 *
 * @param name what the file says of itself
 */
public record PrintedDocument(String name, List<Sheet> sheets) {
  public PrintedDocument {
    sheets = List.copyOf(sheets);
    if (sheets.isEmpty()) {
      throw new IllegalArgumentException("a document without a sheet");
    }
  }

  /**
   * A title, a table and what stands around them.
   *
   * @param name the sheet's name in a workbook
   * @param subtitle under the title, such as the year; "" for none
   * @param smallPrint between the title and the table: cut-off, chain head
   * @param footer what is signed and filled in by hand, side by side under the table
   */
  public record Sheet(
      String name,
      String title,
      String subtitle,
      List<String> smallPrint,
      PrintedTable table,
      List<String> footer) {
    public Sheet {
      smallPrint = List.copyOf(smallPrint);
      footer = List.copyOf(footer);
    }
  }
}
