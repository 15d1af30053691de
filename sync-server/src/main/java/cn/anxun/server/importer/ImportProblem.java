package cn.anxun.server.importer;

import cn.anxun.server.text.ServerTexts;

/**
 * Something about a row that a person must mend, or should know.
 *
 * @param blocks whether the row cannot be imported
 * @param row as the workbook counts, from 1; 0 for the whole file
 * @param column the column's letter; "" for the whole row
 * @param message what is wrong and what to do, one Chinese sentence
 */
public record ImportProblem(boolean blocks, int row, String column, String message) {

  static ImportProblem error(int row, String column, String key, Object... details) {
    return new ImportProblem(true, row, column, ServerTexts.CHINESE.text(key, details));
  }

  static ImportProblem warning(int row, String column, String key, Object... details) {
    return new ImportProblem(false, row, column, ServerTexts.CHINESE.text(key, details));
  }
}
