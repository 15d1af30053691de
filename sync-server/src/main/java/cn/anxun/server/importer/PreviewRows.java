package cn.anxun.server.importer;

import cn.anxun.server.importer.ImportPreview.Cell;
import cn.anxun.server.importer.ImportPreview.Outcome;
import cn.anxun.server.importer.SheetRows.RawRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps the rows that a preview shows. */
final class PreviewRows implements RowWatch {
  private static final int FIRST = 20;
  private static final int WRONG = 100;
  private static final int WARNED = 50;

  private final FoundHeading found;
  private final List<ImportPreview.Row> first = new ArrayList<>();
  private final List<ImportPreview.Row> wrong = new ArrayList<>();
  private final List<ImportPreview.Row> warned = new ArrayList<>();

  PreviewRows(FoundHeading found) {
    this.found = found;
  }

  @Override
  public void row(RawRow raw, RowValues row, Outcome outcome) {
    boolean bad = row.isBad() && wrong.size() < WRONG;
    boolean warns = !row.isBad() && !row.problems().isEmpty() && warned.size() < WARNED;
    if (first.size() >= FIRST && !bad && !warns) {
      return;
    }
    ImportPreview.Row shown = shown(row, outcome);
    if (first.size() < FIRST) {
      first.add(shown);
    }
    if (bad) {
      wrong.add(shown);
    }
    if (warns) {
      warned.add(shown);
    }
  }

  private ImportPreview.Row shown(RowValues row, Outcome outcome) {
    List<Cell> cells = new ArrayList<>();
    for (Map.Entry<Integer, ImportColumn> column : found.columns().entrySet()) {
      String letter = SheetRows.letter(column.getKey());
      cells.add(new Cell(letter, row.shown(column.getValue()), problems(row, letter)));
    }
    return new ImportPreview.Row(row.number(), outcome, cells, problems(row, ""));
  }

  private static List<ImportProblem> problems(RowValues row, String letter) {
    return row.problems().stream().filter(problem -> problem.column().equals(letter)).toList();
  }

  List<ImportPreview.Row> first() {
    return first;
  }

  List<ImportPreview.Row> wrong() {
    return wrong;
  }

  List<ImportPreview.Row> warned() {
    return warned;
  }
}
