package cn.anxun.server.importer;

import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A table of known columns that somebody uploads as a workbook: its rows, cell by cell. */
public final class TableSheet {
  private TableSheet() {}

  /**
   * What the workbook says.
   *
   * @param sheet on which the table was found
   * @param letters of the columns that are there, by key
   * @param ignored headings that mean nothing here
   * @param problems cells that cannot be read
   */
  public record Found(
      String sheet,
      Map<String, String> letters,
      List<String> ignored,
      List<TableRow> rows,
      List<ImportProblem> problems) {}

  /**
   * A row under the heading.
   *
   * @param number as the workbook counts, from 1
   * @param values by the columns' keys; empty cells are left out
   */
  public record TableRow(int number, Map<String, Json> values) {}

  /**
   * Reads the file.
   *
   * @param label what people call the table
   * @throws ImportException where it is no such workbook, or has too many rows
   */
  public static Found read(
      Path file, String label, Kind kind, List<ImportColumn> columns, int mostRows)
      throws IOException, ImportException {
    WorkbookGuard.check(file);
    ImportKind table = new ImportKind(kind.recordType(), label, kind, columns);
    SheetRows sheet = new SheetRows(file, table, Map.of());
    FoundHeading found = sheet.find(SheetChoice.ANY);
    CellReading reading = new CellReading(found.date1904());
    List<TableRow> rows = new ArrayList<>();
    List<ImportProblem> problems = new ArrayList<>();
    sheet.each(
        found,
        raw -> {
          RowValues row = RowValues.read(table, raw, found.letters(), reading, CodeLists.shipped());
          problems.addAll(row.problems());
          if (rows.size() <= mostRows) {
            rows.add(new TableRow(raw.number(), row.fields().build().values()));
          }
        });
    if (rows.size() > mostRows) {
      throw new ImportException("import.too-many-rows", String.valueOf(mostRows));
    }
    return new Found(found.sheet(), found.letters(), found.ignored(), rows, problems);
  }
}
