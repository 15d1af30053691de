package cn.anxun.core.form;

import cn.anxun.core.indicator.Indicator.Direction;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.MeasureRejectedException;
import cn.anxun.core.json.Json;
import cn.anxun.core.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form's JSON, the same in a case file and in the office's {@code FormDefined} document: {@code
 * {title, template, budget_wan_yuan{…}, execution{weight, printed_rate?, printed_score?}?,
 * declared{…}?, goal?, outcome?, rows[{l1, l2, l3, target, weight?, measure?, direction?, typed?,
 * printed?, printed_score?, judged?, rule?, reason?, evidence?}]}}. Members it does not know are
 * passed over.
 */
public final class FormJson {
  /** 财预〔2020〕10号. */
  private static final BigDecimal STANDARD_EXECUTION_WEIGHT = BigDecimal.TEN;

  private static final int MAX_ROWS = 200;
  private static final int MAX_TEXT = 2000;

  private FormJson() {}

  /**
   * Reads a form.
   *
   * @throws FormRejectedException names the member that is wrong and what to do
   */
  public static FormDefinition read(@Nullable Json json, int year, String key)
      throws FormRejectedException {
    Json.Members form = members(json, "form");
    List<FormRow> rows = new ArrayList<>();
    List<Json> items = form.get("rows") instanceof Json.Items list ? list.values() : List.of();
    if (items.isEmpty() || items.size() > MAX_ROWS) {
      throw rejected("rows", "rows", MAX_ROWS);
    }
    for (int i = 0; i < items.size(); i++) {
      rows.add(row(members(items.get(i), "rows[" + i + "]"), "rows[" + i + "]"));
    }
    Json execution = present(form.get("execution"));
    return new FormDefinition(
        key,
        required(form, "title", ""),
        required(form, "template", ""),
        year,
        text(form, "goal", ""),
        text(form, "outcome", ""),
        Optional.empty(),
        new FormDefinition.Budget(amounts(form.get("budget_wan_yuan"), "budget_wan_yuan")),
        execution == null
            ? Optional.empty()
            : Optional.of(execution(members(execution, "execution"))),
        amounts(form.get("declared"), "declared"),
        rows);
  }

  private static FormDefinition.Execution execution(Json.Members json)
      throws FormRejectedException {
    return new FormDefinition.Execution(
        number(json, "weight", "execution").orElse(STANDARD_EXECUTION_WEIGHT),
        find(json, "printed_rate", "execution"),
        number(json, "printed_score", "execution"));
  }

  private static FormRow row(Json.Members json, String path) throws FormRejectedException {
    return new FormRow(
        required(json, "l1", path),
        text(json, "l2", path),
        required(json, "l3", path),
        text(json, "target", path),
        Optional.empty(),
        number(json, "weight", path),
        measure(json.get("measure"), path),
        direction(json, path),
        find(json, "typed", path),
        find(json, "printed", path),
        number(json, "printed_score", path),
        number(json, "judged", path),
        ScoringRuleJson.read(json.get("rule"), path + ".rule"),
        text(json, "reason", path),
        text(json, "evidence", path));
  }

  private static Optional<Measure> measure(@Nullable Json json, String path)
      throws FormRejectedException {
    if (json == null || json instanceof Json.Null) {
      return Optional.empty();
    }
    try {
      return Optional.of(MeasureJson.read(json));
    } catch (MeasureRejectedException e) {
      throw new FormRejectedException(path + ".measure", e.problem().message());
    }
  }

  private static Direction direction(Json.Members json, String path) throws FormRejectedException {
    String name = text(json, "direction", path);
    if (name.isEmpty()) {
      return Direction.NEITHER;
    }
    for (Direction direction : Direction.values()) {
      if (direction.name().toLowerCase(Locale.ROOT).equals(name)) {
        return direction;
      }
    }
    throw rejected("direction", path + ".direction", name);
  }

  /** Writes a form as {@link #read} reads it. */
  public static Json write(FormDefinition form) {
    List<Json> rows = new ArrayList<>();
    for (FormRow row : form.rows()) {
      rows.add(write(row));
    }
    Json.MembersBuilder json =
        Json.members()
            .put("title", form.title())
            .put("template", form.template())
            .put("goal", unlessEmpty(form.goal()))
            .put("outcome", unlessEmpty(form.outcome()))
            .put("budget_wan_yuan", write(form.budget().amounts()));
    form.execution()
        .ifPresent(
            block ->
                json.put(
                    "execution",
                    Json.members()
                        .put("weight", Json.of(block.weight()))
                        .put("printed_rate", block.printedRate().orElse(null))
                        .put("printed_score", block.printedScore().map(Json::of).orElse(null))
                        .build()));
    if (!form.declared().isEmpty()) {
      json.put("declared", write(form.declared()));
    }
    return json.put("rows", Json.items(rows)).build();
  }

  private static Json write(FormRow row) {
    return Json.members()
        .put("l1", row.level1())
        .put("l2", row.level2())
        .put("l3", row.level3())
        .put("target", row.target())
        .put("weight", row.weight().map(Json::of).orElse(null))
        .put("measure", row.measure().map(MeasureJson::write).orElse(null))
        .put(
            "direction",
            row.direction() == Direction.NEITHER
                ? null
                : row.direction().name().toLowerCase(Locale.ROOT))
        .put("typed", row.typed().orElse(null))
        .put("printed", row.printed().orElse(null))
        .put("printed_score", row.printedScore().map(Json::of).orElse(null))
        .put("judged", row.judged().map(Json::of).orElse(null))
        .put(
            "rule",
            row.rule().equals(ScoringRule.STANDARD) ? null : ScoringRuleJson.write(row.rule()))
        .put("reason", unlessEmpty(row.reason()))
        .put("evidence", unlessEmpty(row.evidence()))
        .build();
  }

  private static Json write(Map<String, BigDecimal> amounts) {
    Json.MembersBuilder json = Json.members();
    amounts.forEach((name, amount) -> json.put(name, Json.of(amount)));
    return json.build();
  }

  private static @Nullable String unlessEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Amounts by name, such as a budget or the declared weights; none where there is nothing. */
  static Map<String, BigDecimal> amounts(@Nullable Json json, String path)
      throws FormRejectedException {
    Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    if (present(json) != null) {
      Json.Members members = members(json, path);
      for (String name : members.values().keySet()) {
        number(members, name, path).ifPresent(amount -> amounts.put(name, amount));
      }
    }
    return amounts;
  }

  static Json.Members members(@Nullable Json json, String path) throws FormRejectedException {
    if (json instanceof Json.Members members) {
      return members;
    }
    throw rejected("object", path);
  }

  static Optional<BigDecimal> number(Json.Members json, String name, String path)
      throws FormRejectedException {
    Json value = present(json.get(name));
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Json.Num num && num.value().signum() >= 0) {
      return Optional.of(num.value());
    }
    throw rejected("number", member(path, name));
  }

  static Optional<String> find(Json.Members json, String name, String path)
      throws FormRejectedException {
    Json value = present(json.get(name));
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Json.Text text && text.value().length() <= MAX_TEXT) {
      return Optional.of(text.value());
    }
    if (value instanceof Json.Num num) {
      return Optional.of(num.value().toPlainString());
    }
    throw rejected("text", member(path, name), MAX_TEXT);
  }

  private static String text(Json.Members json, String name, String path)
      throws FormRejectedException {
    return find(json, name, path).orElse("");
  }

  static String required(Json.Members json, String name, String path) throws FormRejectedException {
    String text = text(json, name, path);
    if (text.isEmpty()) {
      throw rejected("missing", member(path, name));
    }
    return text;
  }

  private static String member(String path, String name) {
    return path.isEmpty() ? name : path + '.' + name;
  }

  private static @Nullable Json present(@Nullable Json json) {
    return json instanceof Json.Null ? null : json;
  }

  static FormRejectedException rejected(String problem, String path, Object... details) {
    Object[] arguments = new Object[details.length + 1];
    arguments[0] = path;
    System.arraycopy(details, 0, arguments, 1, details.length);
    return new FormRejectedException(path, Texts.CHINESE.text("form." + problem, arguments));
  }
}
