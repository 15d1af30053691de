package cn.anxun.server.importer;

import java.util.List;
import java.util.Optional;

/**
 * What would come of a file, to look at before it is imported.
 *
 * @param sheets the names of all sheets
 * @param sheet the one that is read
 * @param headingRow its row of headings, as the workbook counts
 * @param heads every heading, and what it was taken for
 * @param missing required columns that no heading was taken for; then no row was read
 * @param report the counts; empty while columns are missing
 * @param first the first rows, as they are read
 * @param wrong the first rows that cannot be imported
 * @param warned the first rows that can be, but of which there is something to say
 */
public record ImportPreview(
    List<String> sheets,
    String sheet,
    int headingRow,
    List<Head> heads,
    List<ImportColumn> missing,
    Optional<ImportReport> report,
    List<Row> first,
    List<Row> wrong,
    List<Row> warned) {
  public ImportPreview {
    sheets = List.copyOf(sheets);
    heads = List.copyOf(heads);
    missing = List.copyOf(missing);
    first = List.copyOf(first);
    wrong = List.copyOf(wrong);
    warned = List.copyOf(warned);
  }

  /**
   * A heading.
   *
   * @param letter of its column
   * @param written as it stands in the file
   * @param column what it was taken for; empty: its cells are not imported
   * @param sample the first cell under it
   */
  public record Head(String letter, String written, Optional<ImportColumn> column, String sample) {}

  /** What becomes of a row. */
  public enum Outcome {
    /** The ledger does not have it. */
    NEW,
    /** The ledger has it; steps that are new are added. */
    KNOWN,
    /** It says the same as an earlier row. */
    DOUBLE,
    /** It cannot be imported. */
    BAD,
    /** A sum or a signature. */
    NO_RECORD
  }

  /**
   * A row.
   *
   * @param number as the workbook counts
   * @param cells one for each column that is read, in the order of the sheet
   * @param problems of the row as a whole
   */
  public record Row(int number, Outcome outcome, List<Cell> cells, List<ImportProblem> problems) {
    public Row {
      cells = List.copyOf(cells);
      problems = List.copyOf(problems);
    }
  }

  /**
   * A cell.
   *
   * @param text as it is read, or as it is written where it cannot be read
   */
  public record Cell(String letter, String text, List<ImportProblem> problems) {
    public Cell {
      problems = List.copyOf(problems);
    }

    /** Whether it keeps its row from being imported. */
    public boolean isBad() {
      return problems.stream().anyMatch(ImportProblem::blocks);
    }
  }
}
