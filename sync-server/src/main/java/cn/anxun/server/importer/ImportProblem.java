package cn.anxun.server.importer;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;
import java.util.List;

/**
 * Something about a row that a person must mend, or should know.
 *
 * @param blocks whether the row cannot be imported
 * @param row as the workbook counts, from 1; 0 for the whole file
 * @param column the column's letter; "" for the whole row
 * @param key of the sentence, with its details
 */
public record ImportProblem(
    boolean blocks, int row, String column, String key, List<Object> details) {
  public ImportProblem {
    details = List.copyOf(details);
  }

  static ImportProblem error(int row, String column, String key, Object... details) {
    return new ImportProblem(true, row, column, key, List.of(details));
  }

  static ImportProblem warning(int row, String column, String key, Object... details) {
    return new ImportProblem(false, row, column, key, List.of(details));
  }

  /** What is wrong and what to do, one Chinese sentence. */
  public String message() {
    return message(ServerTexts.CHINESE);
  }

  /** The same in the language of these texts. */
  public String message(Texts texts) {
    return texts.text(
        key,
        details.stream()
            .map(
                detail ->
                    detail instanceof EntryProblem problem
                        ? problem.sentence(ServerTexts.core(texts))
                        : detail)
            .toArray());
  }
}
