package cn.anxun.core.form;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Fraction;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.ledger.Cutoff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills a form from the ledger's figures: actuals, scores and flags. */
public final class FormEngine {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Where the figures come from: the ledger folded at one cut-off, over the form's year. */
  public interface Figures {
    /** The figure of this measure in this unit. */
    Figure figure(Measure measure, String unit);

    /** The cut-off that all of them have. */
    Cutoff cutoff();
  }

  private final FormSettings settings;

  public FormEngine(FormSettings settings) {
    this.settings = settings;
  }

  /** The form as of the figures' cut-off. */
  public FormResult fill(FormDefinition form, Figures figures) {
    List<RowReading> readings = new ArrayList<>();
    for (FormRow row : form.rows()) {
      readings.add(RowReading.of(row, figures));
    }
    List<FormResult.RowResult> rows = new ArrayList<>();
    for (RowReading reading : readings) {
      rows.add(reading.result());
    }
    Optional<ExecutionReading> execution =
        form.execution().map(block -> ExecutionReading.of(block, form.budget()));
    Optional<BigDecimal> weights = form.isScored() ? Optional.of(weights(form)) : Optional.empty();
    Optional<BigDecimal> executionScore = execution.flatMap(ExecutionReading::score);
    return new FormResult(
        form,
        figures.cutoff(),
        rows,
        execution.map(ExecutionReading::rate),
        executionScore,
        execution.flatMap(ExecutionReading::scoreOnInitialBudget),
        weights,
        form.isScored() ? Optional.of(total(rows, executionScore)) : Optional.empty(),
        new FormCheck(settings).check(form, readings, execution, weights));
  }

  private static BigDecimal weights(FormDefinition form) {
    BigDecimal sum = form.execution().map(FormDefinition.Execution::weight).orElse(BigDecimal.ZERO);
    for (FormRow row : form.rows()) {
      sum = sum.add(row.weight().orElse(BigDecimal.ZERO));
    }
    return sum;
  }

  private static BigDecimal total(
      List<FormResult.RowResult> rows, Optional<BigDecimal> executionScore) {
    BigDecimal total = executionScore.orElse(BigDecimal.ZERO);
    for (FormResult.RowResult row : rows) {
      total = total.add(row.score().orElse(BigDecimal.ZERO));
    }
    return total.setScale(2);
  }

  /**
   * The budget block as it is read.
   *
   * @param rate in percent with two decimals, below 100 never 100; "/" for a budget of 0 or none
   */
  record ExecutionReading(
      FormDefinition.Execution block,
      String rate,
      Optional<BigDecimal> score,
      Optional<BigDecimal> scoreOnInitialBudget) {

    static ExecutionReading of(FormDefinition.Execution block, FormDefinition.Budget budget) {
      Optional<BigDecimal> spent = budget.find("spent");
      Optional<BigDecimal> fullYear =
          budget.find("full_year").filter(amount -> amount.signum() > 0);
      Optional<BigDecimal> initial = budget.find("initial").filter(amount -> amount.signum() > 0);
      String rate =
          spent.isPresent() && fullYear.isPresent()
              ? new Fraction(spent.get().multiply(HUNDRED), fullYear.get()).printedRate(2)
              : "/";
      return new ExecutionReading(
          block, rate, score(block, spent, fullYear), score(block, spent, initial));
    }

    private static Optional<BigDecimal> score(
        FormDefinition.Execution block, Optional<BigDecimal> spent, Optional<BigDecimal> budget) {
      return spent.isPresent() && budget.isPresent()
          ? Optional.of(Scoring.execution(spent.get(), budget.get(), block.weight()))
          : Optional.empty();
    }
  }
}
