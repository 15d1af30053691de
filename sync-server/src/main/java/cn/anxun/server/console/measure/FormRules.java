package cn.anxun.server.console.measure;

import cn.anxun.core.form.ScoringRule;
import cn.anxun.core.json.Json;
import cn.anxun.server.console.form.Amounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How rows are scored, as it is chosen on the page: a rule, and for some a number. */
final class FormRules {
  static final String PROPORTIONAL = "proportional";

  private static final String PASS_LINE = "pass-line";
  private static final String GRADED = "graded";
  private static final String STEP_DOWN = "step-down";

  static final List<String> ALL =
      List.of(PROPORTIONAL, "all-or-nothing", PASS_LINE, GRADED, STEP_DOWN);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private FormRules() {}

  static String wire(ScoringRule rule) {
    if (rule instanceof ScoringRule.AllOrNothing) {
      return "all-or-nothing";
    }
    if (rule instanceof ScoringRule.WithPassLine) {
      return PASS_LINE;
    }
    if (rule instanceof ScoringRule.Graded) {
      return GRADED;
    }
    return rule instanceof ScoringRule.StepDown ? STEP_DOWN : PROPORTIONAL;
  }

  /** The rule's number as a person reads it: percent of the weight, points. */
  static String number(ScoringRule rule) {
    if (rule instanceof ScoringRule.WithPassLine pass) {
      return percent(pass.passLine());
    }
    if (rule instanceof ScoringRule.Graded graded) {
      return percent(graded.fraction());
    }
    return rule instanceof ScoringRule.StepDown step ? step.perPoint().toPlainString() : "";
  }

  private static String percent(BigDecimal fraction) {
    return fraction.multiply(HUNDRED).stripTrailingZeros().toPlainString();
  }

  /** Whether the rule has its number, and one that it may have. */
  static boolean fits(String rule, String number) {
    Optional<BigDecimal> read = Amounts.read(number);
    return switch (rule) {
      case PASS_LINE, GRADED -> read.filter(value -> value.compareTo(HUNDRED) <= 0).isPresent();
      case STEP_DOWN -> read.isPresent();
      default -> true;
    };
  }

  /** The rule's JSON; empty for the usual rule. */
  static Optional<Json> json(String rule, String number) {
    if (rule.equals(PROPORTIONAL) || !ALL.contains(rule) || !fits(rule, number)) {
      return Optional.empty();
    }
    Json.MembersBuilder json = Json.members().put("type", rule);
    Optional<BigDecimal> read = Amounts.read(number);
    switch (rule) {
      case PASS_LINE -> json.put("pass_line", share(read));
      case GRADED -> json.put("fraction", share(read));
      case STEP_DOWN -> json.put("per_point", read.map(Json::of).orElse(null));
      default -> json.put("type", rule);
    }
    return Optional.of(json.build());
  }

  private static Json share(Optional<BigDecimal> percent) {
    return Json.of(percent.orElse(BigDecimal.ZERO).movePointLeft(2));
  }
}
