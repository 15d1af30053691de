package cn.anxun.server.importer;

import java.util.Optional;

/**
 * Where in a workbook the ledger stands, as far as somebody says so.
 *
 * @param sheet its name; empty for the first sheet that has a heading
 * @param headingRow as the workbook counts, from 1; 0 for the first row that is a heading
 */
public record SheetChoice(Optional<String> sheet, int headingRow) {
  /** Wherever the heading is found. */
  public static final SheetChoice ANY = new SheetChoice(Optional.empty(), 0);

  /** On this sheet, or on the first that has a heading. */
  public static SheetChoice on(Optional<String> sheet) {
    return new SheetChoice(sheet, 0);
  }
}
