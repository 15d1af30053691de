package cn.anxun.server.console.base;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.json.Json;
import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds a table against core's rules and says what is wrong by row and column. */
final class Checking {
  private static final Pattern PLACE =
      Pattern.compile("[a-z]+\\[(\\d+)](?:\\.([a-z_]+)(?:\\[\\d+])?)?");

  private Checking() {}

  /**
   * Something wrong.
   *
   * @param id of the row; {@link Content#HEAD} for the document itself
   * @param column its name; "" for the row as a whole
   */
  record Problem(String id, String column, String sentence) {}

  /**
   * Everything that is wrong with the table.
   *
   * @param rows by their ids, the head among them
   * @param place what the reader calls the row of an id
   */
  static List<Problem> problems(
      BaseTable table, Map<String, Json.Members> rows, UnaryOperator<String> place, Texts texts) {
    List<Problem> problems = new ArrayList<>();
    List<String> ids = rows.keySet().stream().filter(id -> !id.equals(Content.HEAD)).toList();
    int most = table.overlays() ? table.family().mostChecked() : Math.max(1, ids.size());
    for (int from = 0; from == 0 || from < ids.size(); from += most) {
      List<String> part = ids.subList(from, Math.min(ids.size(), from + most));
      Json document =
          Content.document(table, rows.get(Content.HEAD), part.stream().map(rows::get).toList());
      for (DocumentProblem problem : table.family().check(document)) {
        problems.add(problem(table, problem, part, place, texts));
      }
    }
    return problems;
  }

  private static Problem problem(
      BaseTable table,
      DocumentProblem problem,
      List<String> ids,
      UnaryOperator<String> place,
      Texts texts) {
    Matcher at = PLACE.matcher(problem.path());
    boolean isRow = at.matches() && Integer.parseInt(at.group(1)) < ids.size();
    String id = isRow ? ids.get(Integer.parseInt(at.group(1))) : Content.HEAD;
    String column = isRow ? Optional.ofNullable(at.group(2)).orElse("") : problem.path();
    String heading =
        table.columns(id).stream()
            .filter(one -> one.name().equals(column))
            .map(Column::heading)
            .findFirst()
            .orElse(isRow ? column : table.title());
    String row = isRow ? place.apply(id) : "";
    String where = row.isEmpty() ? heading : texts.text("console.base.at", row, heading);
    return new Problem(id, column, problem.sentence(ServerTexts.core(texts), where));
  }

  /** What people call the rows of a table: by its number and first columns. */
  static UnaryOperator<String> places(
      BaseTable table, Map<String, Json.Members> rows, Texts texts) {
    List<String> ids = rows.keySet().stream().filter(id -> !id.equals(Content.HEAD)).toList();
    return id -> {
      Json.Members row = rows.get(id);
      return texts.text(
          "console.base.row-called", ids.indexOf(id) + 1, row == null ? "" : table.label(id, row));
    };
  }
}
