package cn.anxun.core.form;

import java.math.BigDecimal;

/**
 * How a row's score follows from its target and actual; data, since bureaus differ (财预〔2020〕10号,
 * 财预〔2021〕101号).
 */
public sealed interface ScoringRule {

  /** ≥: min(1, B/A)·w; ≤: w if B ≤ A else A/B·w; =: w if equal, else max(0, 1−|B−A|/A)·w. */
  record Proportional() implements ScoringRule {}

  /** 达标: full weight when the target is met, else 0. */
  record AllOrNothing() implements ScoringRule {}

  /**
   * By completion ratio, 0 below the pass line.
   *
   * @param passLine as a fraction of 1, often 0.6
   */
  record WithPassLine(BigDecimal passLine) implements ScoringRule {}

  /**
   * 档次: a judged fraction of the weight (100–80, 80–60, 60–0 %).
   *
   * @param fraction 0 to 1
   */
  record Graded(BigDecimal fraction) implements ScoringRule {}

  /**
   * 满意度: full at the target, then a step down for each point below it.
   *
   * @param perPoint what each percentage point below the target costs, in points of score
   */
  record StepDown(BigDecimal perPoint) implements ScoringRule {}

  ScoringRule STANDARD = new Proportional();
}
