package cn.anxun.core.form;

import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Measure;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One indicator row of a form.
 *
 * @param level1 一级指标, such as 产出指标
 * @param level2 二级指标, such as 数量指标; "" where the form leaves it empty
 * @param level3 三级指标: the row's name
 * @param target 年度指标值 as written, such as {@code ≥98%}
 * @param adjustment how the frozen target was changed, where it was
 * @param weight 分值; empty where the template has none
 * @param measure what the ledger is asked; empty for a typed row
 * @param direction which way one wants the measure
 * @param typed what the office types in for a row that the ledger does not know
 * @param printed what a bureau printed as the actual, to be held against ours; empty for a form of
 *     our own making
 * @param printedScore the score that was printed beside it
 * @param judged the score that the office typed in for a row that no rule can score
 * @param reason 偏差原因分析及改进措施; "" where none was given
 * @param evidence what a typed value rests on
 */
public record FormRow(
    String level1,
    String level2,
    String level3,
    String target,
    Optional<Adjustment> adjustment,
    Optional<BigDecimal> weight,
    Optional<Measure> measure,
    Indicator.Direction direction,
    Optional<String> typed,
    Optional<String> printed,
    Optional<BigDecimal> printedScore,
    Optional<BigDecimal> judged,
    ScoringRule rule,
    String reason,
    String evidence) {

  /** A frozen target changed by a document; both targets are printed. */
  public record Adjustment(String original, String documentNo, String reason) {}

  FormRow withTarget(String frozen) {
    return new FormRow(
        level1,
        level2,
        level3,
        frozen,
        adjustment,
        weight,
        measure,
        direction,
        typed,
        printed,
        printedScore,
        judged,
        rule,
        reason,
        evidence);
  }

  FormRow withAdjustment(String adjusted, Adjustment by) {
    return new FormRow(
        level1,
        level2,
        level3,
        adjusted,
        Optional.of(by),
        weight,
        measure,
        direction,
        typed,
        printed,
        printedScore,
        judged,
        rule,
        reason,
        evidence);
  }

  FormRow withTyped(Optional<String> value, Optional<BigDecimal> score, String why, String proof) {
    return new FormRow(
        level1,
        level2,
        level3,
        target,
        adjustment,
        weight,
        measure,
        direction,
        value,
        printed,
        printedScore,
        score,
        rule,
        why,
        proof);
  }
}
