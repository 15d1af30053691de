package cn.anxun.server.console.form;

import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormRow;
import cn.anxun.core.form.ScoringRule;
import cn.anxun.core.form.Target;
import cn.anxun.core.json.Json;
import cn.anxun.core.text.Texts;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The typed rows of a form: as they stand, as somebody types them, and the document of them. */
final class TypedRows {
  private static final int MAX_ROWS = 200;
  private static final int MAX_TEXT = 2000;

  private final FormResult form;
  private final Texts texts;
  private final List<TypedForm.Row> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private String goal;
  private String outcome;

  private TypedRows(FormResult form, Texts texts) {
    this.form = form;
    this.texts = texts;
    this.goal = form.definition().goal();
    this.outcome = form.definition().outcome();
  }

  /** As the ledger has them. */
  static TypedRows of(FormResult form, Texts texts) {
    TypedRows typed = new TypedRows(form, texts);
    for (int i = 0; i < form.rows().size(); i++) {
      typed.rows.add(typed.row(i));
    }
    return typed;
  }

  /** As the request brings them. What it brings of a row goes to the row of that name. */
  static TypedRows read(FormResult form, Texts texts, Context context) {
    TypedRows typed = new TypedRows(form, texts);
    typed.goal = text(context, "goal", typed.goal);
    typed.outcome = text(context, "outcome", typed.outcome);
    Map<String, Deque<Integer>> sent = new HashMap<>();
    for (int i = 0; i < MAX_ROWS && context.formParam("row." + i) != null; i++) {
      sent.computeIfAbsent(text(context, "row." + i, ""), name -> new ArrayDeque<>()).add(i);
    }
    for (int i = 0; i < form.rows().size(); i++) {
      TypedForm.Row stands = typed.row(i);
      Integer from = sent.getOrDefault(stands.name(), new ArrayDeque<>()).poll();
      typed.rows.add(from == null ? stands : sent(context, stands, from));
    }
    sent.forEach((name, left) -> left.forEach(i -> typed.gone(context, name, i)));
    typed.check();
    return typed;
  }

  /** The form has no such row any more: what was typed for it is shown once more. */
  private void gone(Context context, String name, int from) {
    String content =
        List.of("typed.", "evidence.", "judged.", "reason.").stream()
            .map(field -> text(context, field + from, ""))
            .filter(typed -> !typed.isEmpty())
            .collect(Collectors.joining(texts.text("console.semicolon")));
    if (!content.isEmpty()) {
      problem("row-gone", name, content);
    }
  }

  private static TypedForm.Row sent(Context context, TypedForm.Row row, int from) {
    return new TypedForm.Row(
        row.index(),
        row.name(),
        row.target(),
        row.actual(),
        row.isTyped(),
        text(context, "typed." + from, row.typed()),
        row.weight(),
        text(context, "judged." + from, row.judged()),
        text(context, "reason." + from, row.reason()),
        text(context, "evidence." + from, row.evidence()));
  }

  private static String text(Context context, String name, String otherwise) {
    return Optional.ofNullable(context.formParam(name)).map(String::strip).orElse(otherwise);
  }

  private TypedForm.Row row(int i) {
    FormResult.RowResult result = form.rows().get(i);
    FormRow row = result.row();
    boolean isTyped = row.measure().isEmpty();
    return new TypedForm.Row(
        i,
        row.level3(),
        row.target(),
        isTyped ? "" : result.actualWithUnit(),
        isTyped,
        row.typed().orElse(""),
        isJudged(row)
            ? row.weight().map(weight -> weight.stripTrailingZeros().toPlainString()).orElse("")
            : "",
        row.judged().map(BigDecimal::toPlainString).orElse(""),
        row.reason(),
        row.evidence());
  }

  /** Whether a person says what the row is worth. */
  private static boolean isJudged(FormRow row) {
    return !(row.rule() instanceof ScoringRule.Graded) && !isNumber(row);
  }

  private static boolean isNumber(FormRow row) {
    return Target.read(row.target(), row.direction()) instanceof Target.Quantitative;
  }

  private void check() {
    for (TypedForm.Row row : rows) {
      FormRow before = form.rows().get(row.index()).row();
      if (row.isTyped()
          && !row.typed().isEmpty()
          && isNumber(before)
          && !row.typed().matches(".*\\d.*")) {
        problem("typed-no-number", row.name(), row.typed(), row.target());
      }
      boolean isNew = !row.typed().isEmpty() && !row.typed().equals(before.typed().orElse(""));
      if (row.isTyped() && isNew && row.evidence().isEmpty()) {
        problem("typed-no-evidence", row.name());
      }
      if (!row.judged().isEmpty() && !row.weight().isEmpty() && !isWithin(row)) {
        problem("judged-out-of-range", row.name(), row.weight(), row.judged());
      }
      for (String text : List.of(row.typed(), row.reason(), row.evidence())) {
        if (text.length() > MAX_TEXT) {
          problem("typed-too-long", row.name(), MAX_TEXT);
        }
      }
    }
    if (goal.length() > MAX_TEXT) {
      problem("typed-too-long", texts.text("console.form.goal"), MAX_TEXT);
    }
    if (outcome.length() > MAX_TEXT) {
      problem("typed-too-long", texts.text("console.form.outcome"), MAX_TEXT);
    }
  }

  private void problem(String key, Object... details) {
    problems.add(texts.text("console.form." + key, details));
  }

  private static boolean isWithin(TypedForm.Row row) {
    return Amounts.read(row.judged())
        .filter(score -> score.compareTo(new BigDecimal(row.weight())) <= 0)
        .isPresent();
  }

  List<TypedForm.Row> rows() {
    return rows;
  }

  String goal() {
    return goal;
  }

  String outcome() {
    return outcome;
  }

  /** What is wrong, each sentence with its row. */
  List<String> problems() {
    return problems;
  }

  /** All rows in the form's order, since a name may stand for several. */
  Json document() {
    List<Json> items = new ArrayList<>();
    for (TypedForm.Row row : rows) {
      items.add(
          Json.members()
              .put("row", row.name())
              .put("typed", row.isTyped() ? row.typed() : null)
              .put("judged", Amounts.read(row.judged()).map(Json::of).orElse(null))
              .put("reason", row.reason())
              .put("evidence", row.evidence())
              .build());
    }
    return Json.members()
        .put("goal", goal)
        .put("outcome", outcome)
        .put("rows", Json.items(items))
        .build();
  }
}
