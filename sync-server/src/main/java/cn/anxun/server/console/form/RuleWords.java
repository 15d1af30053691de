package cn.anxun.server.console.form;

import cn.anxun.core.form.FormRow;
import cn.anxun.core.form.Operator;
import cn.anxun.core.form.ScoringRule;
import cn.anxun.core.form.Target;
import cn.anxun.core.text.Texts;
import java.math.BigDecimal;
import java.util.Locale;

/** How a row's score follows from its actual, in words. */
public final class RuleWords {
  private static final String KEY = "console.form.rule.";

  private final Texts texts;

  public RuleWords(Texts texts) {
    this.texts = texts;
  }

  /** The words; "" for a row without weight. */
  public String of(FormRow row) {
    if (row.weight().isEmpty()) {
      return "";
    }
    ScoringRule rule = row.rule();
    if (rule instanceof ScoringRule.Graded graded) {
      return texts.text(KEY + "graded", percent(graded.fraction()));
    }
    if (!(Target.read(row.target(), row.direction()) instanceof Target.Quantitative target)) {
      return texts.text(KEY + "judged");
    }
    if (target.operator().isEmpty()) {
      return texts.text(KEY + "unreadable");
    }
    if (rule instanceof ScoringRule.AllOrNothing) {
      return texts.text(KEY + "all-or-nothing");
    }
    if (rule instanceof ScoringRule.WithPassLine pass) {
      return texts.text(KEY + "pass-line", percent(pass.passLine()));
    }
    if (rule instanceof ScoringRule.StepDown step) {
      return texts.text(KEY + "step-down", step.perPoint().toPlainString());
    }
    return texts.text(KEY + proportional(target.operator().get()));
  }

  private static String proportional(Operator operator) {
    return switch (operator) {
      case AT_LEAST, MORE_THAN -> "at-least";
      case AT_MOST, LESS_THAN -> "at-most";
      case EQUAL, UNREADABLE -> operator.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String percent(BigDecimal fraction) {
    return fraction.movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
