package cn.anxun.core.form;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Fraction;
import cn.anxun.core.indicator.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A row with its target and its actual read, before it is scored and checked.
 *
 * @param actual in single units; empty where there is none that can be computed with: words, or "/"
 * @param actualText as printed, without unit and operator
 * @param unit as printed behind it
 */
record RowReading(
    FormRow row,
    Target target,
    Optional<Fraction> actual,
    String actualText,
    String unit,
    Optional<Figure> figure) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static RowReading of(FormRow row, FormEngine.Figures figures) {
    Target target = Target.read(row.target(), row.direction());
    return row.measure().isPresent()
        ? measured(row, target, row.measure().get(), figures)
        : typed(row, target);
  }

  private static RowReading measured(
      FormRow row, Target target, Measure measure, FormEngine.Figures figures) {
    boolean rate = measure instanceof Measure.Rate;
    QuantityText.Quantity wanted =
        target instanceof Target.Quantitative quantitative
            ? new QuantityText.Quantity(quantitative.number(), quantitative.unit())
            : new QuantityText.Quantity(BigDecimal.ZERO, "");
    String unit = rate ? "%" : wanted.unitInOnes();
    Figure figure = figures.figure(measure, unit);
    Optional<Fraction> actual =
        figure.exact().isDefined() ? Optional.of(figure.exact()) : Optional.empty();
    String text = figure.printed();
    if (!rate && actual.isPresent() && wanted.powerOfTen() > 0 && unit.equals("元")) {
      Fraction scaled =
          actual
              .get()
              .dividedBy(Fraction.of(BigDecimal.ONE.scaleByPowerOfTen(wanted.powerOfTen())));
      text = scaled.printed(figure.scale());
      unit = wanted.unit();
    }
    return new RowReading(row, target, actual, text, unit, Optional.of(figure));
  }

  private static RowReading typed(FormRow row, Target target) {
    String typed = row.typed().orElse("");
    Optional<QuantityText.Quantity> quantity = QuantityText.read(typed).quantity();
    if (!quantity.isPresent() || target instanceof Target.Qualitative) {
      return new RowReading(row, target, Optional.empty(), typed, "", Optional.empty());
    }
    return new RowReading(
        row,
        target,
        Optional.of(Fraction.of(quantity.get().inOnes())),
        quantity.get().number().toPlainString(),
        quantity.get().unit(),
        Optional.empty());
  }

  /**
   * The target and the actual, where both are numbers: then the row is computed, else the office
   * judges it.
   */
  Optional<Target.Quantitative> computable() {
    return actual.isPresent() && target instanceof Target.Quantitative quantitative
        ? Optional.of(quantitative)
        : Optional.empty();
  }

  /** The actual as it is printed, in single units; the actual must be there. */
  BigDecimal printedInOnes() {
    return new QuantityText.Quantity(new BigDecimal(actualText), unit).inOnes();
  }

  /** Whether a person, not a rule, must say what the row is worth. */
  private boolean isJudged() {
    return target instanceof Target.Qualitative
        ? !target.operatorFault()
        : !row.measure().isPresent() && !actual.isPresent();
  }

  Optional<BigDecimal> score() {
    if (!row.weight().isPresent()) {
      return Optional.empty();
    }
    BigDecimal weight = row.weight().get();
    if (row.rule() instanceof ScoringRule.Graded graded) {
      return Optional.of(weight.multiply(graded.fraction()).setScale(2, RoundingMode.HALF_UP));
    }
    if (isJudged()) {
      Optional<BigDecimal> given = row.judged().isPresent() ? row.judged() : row.printedScore();
      return given.map(
          score -> score.min(weight).max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP));
    }
    return computable()
        .flatMap(
            wanted ->
                wanted
                    .operator()
                    .map(
                        operator ->
                            Scoring.score(row.rule(), wanted, operator, actual.get(), weight)));
  }

  /**
   * Actual over target in percent, two decimals; below 100 never 100; "/" for a target of 0; ""
   * where it does not apply.
   */
  String completion() {
    return computable()
        .map(
            wanted ->
                wanted.number().signum() == 0
                    ? "/"
                    : actual
                        .get()
                        .times(Fraction.of(HUNDRED))
                        .dividedBy(Fraction.of(wanted.inOnes()))
                        .printedRate(2))
        .orElse("");
  }

  FormResult.RowResult result() {
    return new FormResult.RowResult(
        row,
        actualText,
        actualText + (actualText.equals("/") ? "" : unit),
        score(),
        completion(),
        figure);
  }
}
