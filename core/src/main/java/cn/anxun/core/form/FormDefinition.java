package cn.anxun.core.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bureau's form of one year.
 *
 * @param key short and stable, for addresses: the form's subject is {@code doc/form/<year>/<key>}
 * @param title as printed
 * @param template which shipped look it has: 整体支出绩效自评表, 项目支出绩效自评表 or 项目绩效目标完成情况表, or the bureau's
 *     own
 * @param goal 预期目标 as the office wrote it; "" where it wrote none
 * @param outcome 实际完成情况 likewise
 * @param targetsFrozen the day on which the targets were frozen; empty for a form that stands
 *     outside the ledger
 * @param declared the weight that each level-1 block declares; empty where the template has no
 *     weights
 */
public record FormDefinition(
    String key,
    String title,
    String template,
    int year,
    String goal,
    String outcome,
    Optional<LocalDate> targetsFrozen,
    Budget budget,
    Optional<Execution> execution,
    Map<String, BigDecimal> declared,
    List<FormRow> rows) {

  public FormDefinition {
    declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
  }

  FormDefinition withRows(List<FormRow> changed, Optional<LocalDate> frozen) {
    return new FormDefinition(
        key, title, template, year, goal, outcome, frozen, budget, execution, declared, changed);
  }

  FormDefinition withTexts(String newGoal, String newOutcome) {
    return new FormDefinition(
        key,
        title,
        template,
        year,
        newGoal,
        newOutcome,
        targetsFrozen,
        budget,
        execution,
        declared,
        rows);
  }

  FormDefinition withBudget(Budget changed) {
    return new FormDefinition(
        key,
        title,
        template,
        year,
        goal,
        outcome,
        targetsFrozen,
        changed,
        execution,
        declared,
        rows);
  }

  /** Whether its rows carry weights and are scored. */
  public boolean isScored() {
    return execution.isPresent() || rows.stream().anyMatch(row -> row.weight().isPresent());
  }

  /** The budget-execution block's weight, and what a bureau printed for it, where it did. */
  public record Execution(
      BigDecimal weight, Optional<String> printedRate, Optional<BigDecimal> printedScore) {}

  /**
   * Amounts in 万元 by what they are: {@code initial} 年初预算数, {@code full_year} 全年预算数, {@code spent}
   * 全年执行数, {@code planned} 预算数 of a form without scores, {@code basic} 基本支出, {@code project} 项目支出.
   * Only what is known is there.
   */
  public record Budget(Map<String, BigDecimal> amounts) {
    public Budget {
      amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    }

    public Optional<BigDecimal> find(String name) {
      return Optional.ofNullable(amounts.get(name));
    }
  }
}
