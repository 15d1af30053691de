package cn.anxun.server.report.form;

import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormResult.RowResult;
import cn.anxun.core.form.FormRow;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.Value;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a filled form can say, by name. The same names serve the shipped layouts, the finance
 * bureau's own files and the narrative report:
 *
 * <ul>
 *   <li>{@code title project bureau department year cutoff cutoff.seq head prepared_by phone
 *       filled_on goal outcome}
 *   <li>{@code budget.<amount>}, such as {@code budget.full_year}
 *   <li>{@code execution.weight execution.rate execution.score execution.score_on_initial weights
 *       total}
 *   <li>{@code row.<三级指标>.<part>}, the parts being {@code level1 level2 name target actual value
 *       weight score completion reason}; where two rows have one name, {@code row.<三级指标>#2.<part>}
 *   <li>{@code indicator.<name>.<part>}, where {@link IndicatorValues} are added
 * </ul>
 *
 * {@code actual} is as the column 实际完成值 prints it, {@code value} the same without its unit. Names
 * are found whatever their spaces, quotes and widths of characters.
 */
public final class FormValues {
  private final Map<String, Value> byName = new LinkedHashMap<>();
  private final Map<String, Value> byNormalName = new HashMap<>();
  private final List<Map<String, Value>> rows = new ArrayList<>();

  /** The values of this form. */
  public FormValues(FormResult form, FormDetails details, Provenance provenance) {
    FormDefinition definition = form.definition();
    put("title", Value.of(FormTitle.printed(definition)));
    put("year_line", Value.of(FormTitle.yearLine(definition)));
    put("project", Value.of(FormTitle.project(definition)));
    put("bureau", Value.of(provenance.bureau()));
    put("department", Value.of(details.department()));
    put("year", Value.of(BigDecimal.valueOf(definition.year())));
    put("cutoff", Value.of(provenance.cutoff().date()));
    put("cutoff.seq", Value.of(BigDecimal.valueOf(provenance.head().seq())));
    put("head", Value.of(provenance.head().hash()));
    put("prepared_by", Value.of(details.preparedBy()));
    put("phone", Value.of(details.phone()));
    put("filled_on", details.filledOn().map(Value::of).orElse(Value.of("")));
    put("goal", Value.of(GoalText.goal(form)));
    put("outcome", Value.of(GoalText.outcome(form)));
    definition.budget().amounts().forEach((name, amount) -> put("budget." + name, money(amount)));
    definition.execution().ifPresent(block -> put("execution.weight", number(block.weight())));
    form.executionRate()
        .ifPresent(rate -> put("execution.rate", Value.measured(rate, percent(rate), true)));
    form.executionScore().ifPresent(score -> put("execution.score", Value.of(score)));
    form.executionScoreOnInitialBudget()
        .ifPresent(score -> put("execution.score_on_initial", Value.of(score)));
    form.weights().ifPresent(sum -> put("weights", number(sum)));
    form.total().ifPresent(total -> put("total", Value.of(total)));
    addRows(form.rows());
    byName.forEach((name, value) -> byNormalName.put(normal(name), value));
  }

  private FormValues(FormValues form, Map<String, Value> more) {
    byName.putAll(form.byName);
    more.forEach(byName::putIfAbsent);
    rows.addAll(form.rows);
    byName.forEach((name, value) -> byNormalName.putIfAbsent(normal(name), value));
  }

  /** These values and others besides; where a name is of both, the form's stands. */
  public FormValues with(Map<String, Value> more) {
    return new FormValues(this, more);
  }

  /**
   * These values with more.
   *
   * @param more of the form, by name
   * @param parts further ones of each row by {@code row.<part>}, in the order of the form
   */
  FormValues with(Map<String, Value> more, List<Map<String, Value>> parts) {
    FormValues all = with(more);
    for (int i = 0; i < parts.size(); i++) {
      Map<String, Value> row = new LinkedHashMap<>(rows.get(i));
      row.putAll(parts.get(i));
      all.rows.set(i, Collections.unmodifiableMap(row));
    }
    return all;
  }

  /** The value of this name; empty where the form has none such. */
  public Optional<Value> find(String name) {
    return Optional.ofNullable(byNormalName.get(normal(name)));
  }

  /** All values by name, in the order of the form. */
  public Map<String, Value> all() {
    return Collections.unmodifiableMap(byName);
  }

  /** The parts of each row by {@code row.<part>}, in the order of the form. */
  public List<Map<String, Value>> rows() {
    return Collections.unmodifiableList(rows);
  }

  private void put(String name, Value value) {
    byName.put(name, value);
  }

  private void addRows(List<RowResult> results) {
    Map<String, Integer> total = new HashMap<>();
    results.forEach(result -> total.merge(normal(result.row().level3()), 1, Integer::sum));
    Map<String, Integer> seen = new HashMap<>();
    for (RowResult result : results) {
      Map<String, Value> parts = parts(result);
      rows.add(Collections.unmodifiableMap(parts));
      String name = normal(result.row().level3());
      int nth = seen.merge(name, 1, Integer::sum);
      String of = result.row().level3() + (total.getOrDefault(name, 1) > 1 ? "#" + nth : "");
      parts.forEach((part, value) -> put("row." + of + part.substring("row".length()), value));
    }
  }

  private static Map<String, Value> parts(RowResult result) {
    FormRow row = result.row();
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("row.level1", Value.of(row.level1()));
    parts.put("row.level2", Value.of(row.level2()));
    parts.put("row.name", Value.of(row.level3()));
    parts.put("row.target", Value.of(target(row)));
    boolean percent = result.actualWithUnit().endsWith("%");
    parts.put("row.actual", Value.measured(result.actual(), result.actualWithUnit(), percent));
    parts.put("row.value", Value.measured(result.actual(), result.actual(), percent));
    row.weight().ifPresent(weight -> parts.put("row.weight", number(weight)));
    result.score().ifPresent(score -> parts.put("row.score", Value.of(score)));
    parts.put(
        "row.completion", Value.measured(result.completion(), percent(result.completion()), true));
    parts.put("row.reason", Value.of(row.reason()));
    return parts;
  }

  private static String target(FormRow row) {
    return row.adjustment()
        .map(by -> row.target() + "（原" + by.original() + "，" + by.documentNo() + "调整）")
        .orElse(row.target());
  }

  private static String percent(String rate) {
    return rate.isEmpty() || rate.equals("/") ? rate : rate + "%";
  }

  /** Without trailing zeros: 10, 7.5. */
  private static Value number(BigDecimal number) {
    return Value.of(new BigDecimal(number.stripTrailingZeros().toPlainString()));
  }

  /** 万元 with two decimals, more where the amount has more. */
  private static Value money(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return Value.of(plain.setScale(Math.max(2, plain.scale())));
  }

  private static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u200B\\uFEFF]", "")
        .replaceAll("[“”„‟＂]", "\"")
        .replaceAll("[‘’‚‛＇]", "'");
  }
}
