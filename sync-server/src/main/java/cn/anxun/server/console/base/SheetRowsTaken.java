package cn.anxun.server.console.base;

import cn.anxun.core.json.Json;
import cn.anxun.core.text.Texts;
import cn.anxun.server.importer.ImportProblem;
import cn.anxun.server.importer.TableSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The draft that a workbook's rows make of a table: rows that it knows are changed, others are
 * added, and where the file stands for the whole table, what it lacks goes.
 *
 * @param problems why they make none, each with its row and column in the workbook
 */
record SheetRowsTaken(Draft draft, List<String> problems) {

  static SheetRowsTaken of(
      BaseOffice.Opened opened, TableSheet.Found found, boolean whole, String today, Texts texts) {
    Taking taking = new Taking(opened, found, texts);
    found.problems().stream().filter(ImportProblem::blocks).forEach(taking::add);
    found.rows().forEach(taking::take);
    taking.check();
    if (whole) {
      taking.removeOthers(today);
    }
    return new SheetRowsTaken(taking.draft, taking.problems);
  }

  /** Takes rows one by one. */
  private static final class Taking {
    private final BaseOffice.Opened opened;
    private final BaseTable table;
    private final TableSheet.Found found;
    private final Texts texts;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Json.Members> result;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private Draft draft;

    Taking(BaseOffice.Opened opened, TableSheet.Found found, Texts texts) {
      this.opened = opened;
      this.table = opened.table();
      this.found = found;
      this.texts = texts;
      this.draft = opened.draft();
      this.result = new LinkedHashMap<>(opened.drafted().result());
      result.forEach((id, row) -> ids.putIfAbsent(table.identity(row), id));
    }

    void add(ImportProblem problem) {
      problem(problem.row(), problem.column(), problem.message(texts));
    }

    private void problem(int row, String letter, String sentence) {
      problems.add(
          letter.isEmpty()
              ? texts.text("console.base.in-row", row, sentence)
              : texts.text("console.base.in-cell", row, letter, sentence));
    }

    void take(TableSheet.TableRow row) {
      Map<String, Json> values = new LinkedHashMap<>();
      for (Column column : table.columns()) {
        if (found.letters().containsKey(column.name())) {
          Json value = row.values().getOrDefault(column.name(), Json.NULL);
          values.put(column.name(), value.equals(Json.FALSE) ? Json.NULL : value);
        }
      }
      try {
        Json.Members alone = table.maker().make(null, values);
        String known = ids.get(table.identity(alone));
        String id = known == null ? "" : known;
        Json.Members before = result.get(id);
        Json.Members made = before == null ? alone : table.maker().make(before, values);
        Integer first = numbers.get(id.isEmpty() ? table.identity(made) : id);
        if (first != null) {
          problem(row.number(), "", texts.text("console.base.same-row", first));
          return;
        }
        put(id, made, row.number());
      } catch (BaseTable.BadRowException e) {
        problem(row.number(), "", String.valueOf(e.getMessage()));
      }
    }

    private void put(String id, Json.Members made, int number) {
      numbers.put(id.isEmpty() ? table.identity(made) : id, number);
      if (!made.equals(result.get(id))) {
        draft = draft.with(table, opened.current(), id, made);
      }
      result.put(id.isEmpty() ? table.identity(made) : id, made);
      ids.putIfAbsent(table.identity(made), id.isEmpty() ? table.identity(made) : id);
    }

    /** What core finds in rows of the file; what was wrong before is not the file's. */
    void check() {
      for (Checking.Problem problem : Checking.problems(table, result, id -> "", texts)) {
        Integer number = numbers.get(problem.id());
        if (number != null) {
          problem(number, found.letters().getOrDefault(problem.column(), ""), problem.sentence());
        }
      }
    }

    void removeOthers(String today) {
      for (Map.Entry<String, Json.Members> row : result.entrySet()) {
        if (numbers.containsKey(row.getKey()) || row.getKey().equals(Content.HEAD)) {
          continue;
        }
        String withdrawal = table.family().withdrawal();
        if (withdrawal.isEmpty()) {
          draft = draft.without(opened.current(), row.getKey());
        } else if (row.getValue().get(withdrawal) == null) {
          draft =
              draft.with(
                  table,
                  opened.current(),
                  row.getKey(),
                  RowPages.withdrawn(table, row.getValue(), today));
        }
      }
    }
  }
}
