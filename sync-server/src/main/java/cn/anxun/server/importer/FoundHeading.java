package cn.anxun.server.importer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The heading found, or what is most like one.
 *
 * @param sheets the names of all sheets
 * @param columns by their place in the sheet, from 0
 * @param written the headings as written, by place
 * @param samples the cells of the row under it, by place
 */
record FoundHeading(
    List<String> sheets,
    String sheet,
    int row,
    Map<Integer, ImportColumn> columns,
    Map<Integer, String> written,
    Map<Integer, String> samples,
    boolean date1904) {

  boolean isHeading() {
    return columns.size() >= 2 && columns.values().stream().anyMatch(ImportColumn::required);
  }

  /** Headings that mean nothing here. */
  List<String> ignored() {
    return written.entrySet().stream()
        .filter(heading -> !columns.containsKey(heading.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The letters of the columns by their keys. */
  Map<String, String> letters() {
    Map<String, String> letters = new HashMap<>();
    columns.forEach((place, column) -> letters.put(column.key(), SheetRows.letter(place)));
    return letters;
  }

  /** Required columns that no heading means. */
  List<ImportColumn> missing(ImportKind of) {
    return of.columns().stream()
        .filter(column -> column.required() && !columns.containsValue(column))
        .toList();
  }
}
