package cn.anxun.server.report.fill;

import cn.anxun.server.report.fill.DocumentCells.Place;
import cn.anxun.server.report.fill.TemplateView.Cell;
import cn.anxun.server.report.fill.TemplateView.Row;
import cn.anxun.server.report.fill.TemplateView.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables and paragraphs of a document as a person sees them. */
final class DocumentView {
  private static final int TEXT_WIDTH = 90;
  private static final int USUAL_WIDTH = 12;
  private static final int MOST_ROWS = 400;
  private static final int MOST_COLUMNS = 60;
  private static final int MOST_TABLES = 60;

  private DocumentView() {}

  static List<Sheet> read(OfficeFile file, String part) throws IOException, FillException {
    DocumentCells cells = DocumentCells.of(part, file.xml(part));
    Map<String, Map<CellReference, Place>> bySheet = new LinkedHashMap<>();
    for (Place place : cells.places()) {
      bySheet
          .computeIfAbsent(place.sheet(), name -> new LinkedHashMap<>())
          .put(place.cell(), place);
    }
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < Math.min(cells.tables(), MOST_TABLES); i++) {
      String name = DocumentCells.TABLE + (i + 1);
      sheets.add(sheet(name, bySheet.getOrDefault(name, Map.of()), cells.widths(i)));
    }
    Map<CellReference, Place> text = bySheet.getOrDefault(DocumentCells.TEXT, Map.of());
    sheets.add(sheet(DocumentCells.TEXT, text, List.of(TEXT_WIDTH)));
    return sheets;
  }

  private static Sheet sheet(String name, Map<CellReference, Place> places, List<Integer> widths) {
    Map<Integer, List<Cell>> rows = new TreeMap<>();
    int columns = Math.min(widths.size(), MOST_COLUMNS);
    boolean more = false;
    for (Place place : places.values()) {
      CellReference at = place.cell();
      if (at.row() > MOST_ROWS || at.column() > MOST_COLUMNS) {
        more = true;
        continue;
      }
      columns = Math.max(columns, at.column() + place.columns() - 1);
      List<Cell> row = rows.computeIfAbsent(at.row(), number -> new ArrayList<>());
      if (!place.continued()) {
        int high = 1 + below(place, places);
        row.add(new Cell(at.toString(), place.text(), place.columns(), high, false));
      }
    }
    List<Row> shown = new ArrayList<>();
    rows.forEach((number, row) -> shown.add(new Row(number, row)));
    List<Integer> filled = new ArrayList<>(widths.subList(0, Math.min(widths.size(), columns)));
    while (filled.size() < columns) {
      filled.add(USUAL_WIDTH);
    }
    return new Sheet(name, filled, shown, more);
  }

  /** How many cells under this one are covered by it. */
  private static int below(Place from, Map<CellReference, Place> places) {
    int rows = 0;
    boolean goesOn = true;
    while (goesOn) {
      Place next =
          places.get(new CellReference(from.cell().row() + rows + 1, from.cell().column()));
      goesOn = next != null && next.continued() && rows < MOST_ROWS;
      rows += goesOn ? 1 : 0;
    }
    return rows;
  }
}
