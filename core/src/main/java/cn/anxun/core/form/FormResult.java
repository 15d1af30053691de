package cn.anxun.core.form;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.ledger.Cutoff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A form filled from the ledger as of a cut-off.
 *
 * @param executionRate 执行率 as printed, in percent without its sign, "/" for a budget of 0; empty
 *     where the form has no such block
 * @param executionScore two decimals; empty likewise
 * @param executionScoreOnInitialBudget the same against 年初预算数, for comparison; empty where there is
 *     none
 * @param weights the sum of the execution weight and all rows' weights; empty for a form without
 *     weights
 * @param total the sum of all scores with two decimals; empty for a form without scores
 */
public record FormResult(
    FormDefinition definition,
    Cutoff cutoff,
    List<RowResult> rows,
    Optional<String> executionRate,
    Optional<BigDecimal> executionScore,
    Optional<BigDecimal> executionScoreOnInitialBudget,
    Optional<BigDecimal> weights,
    Optional<BigDecimal> total,
    List<FormFlag> flags) {

  public FormResult {
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
    flags = Collections.unmodifiableList(new ArrayList<>(flags));
  }

  /**
   * One row.
   *
   * @param actual without its unit, as the ledger gives it or the office typed it; "/" for an empty
   *     whole
   * @param actualWithUnit as it stands in the 实际完成值 column, without any operator
   * @param score two decimals; empty where the row has no weight or cannot be scored
   * @param completion actual over target in percent with two decimals, "/" for a target of 0, ""
   *     where it does not apply
   * @param figure the ledger's figure; empty for a typed row
   */
  public record RowResult(
      FormRow row,
      String actual,
      String actualWithUnit,
      Optional<BigDecimal> score,
      String completion,
      Optional<Figure> figure) {}
}
