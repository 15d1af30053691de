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
 * @param weight 分值; empty where the template has none
 * @param measure what the ledger is asked; empty for a typed row
 * @param direction which way one wants the measure
 * @param typed what the office types in for a row that the ledger does not know
 * @param printed what a bureau printed as the actual, to be held against ours; empty for a form of
 *     our own making
 * @param reason 偏差原因分析及改进措施; "" where none was given
 * @param evidence what a typed value rests on
 */
public record FormRow(
    String level1,
    String level2,
    String level3,
    String target,
    Optional<BigDecimal> weight,
    Optional<Measure> measure,
    Indicator.Direction direction,
    Optional<String> typed,
    Optional<String> printed,
    ScoringRule rule,
    String reason,
    String evidence) {}
