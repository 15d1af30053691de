package cn.anxun.core.form;

import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a {@link ScoringRule}: {@code {"type": "proportional"}}, {@code "all-or-nothing"},
 * {@code {"type": "pass-line", "pass_line": 0.6}}, {@code {"type": "graded", "fraction": 0.8}},
 * {@code {"type": "step-down", "per_point": 0.5}}. Absent is proportional.
 */
final class ScoringRuleJson {
  private ScoringRuleJson() {}

  static ScoringRule read(@Nullable Json json, String path) throws FormRejectedException {
    if (json == null || json instanceof Json.Null) {
      return ScoringRule.STANDARD;
    }
    Json.Members rule = FormJson.members(json, path);
    String type = FormJson.required(rule, "type", path);
    return switch (type) {
      case "proportional" -> ScoringRule.STANDARD;
      case "all-or-nothing" -> new ScoringRule.AllOrNothing();
      case "pass-line" -> new ScoringRule.WithPassLine(share(rule, "pass_line", path));
      case "graded" -> new ScoringRule.Graded(share(rule, "fraction", path));
      case "step-down" -> new ScoringRule.StepDown(number(rule, "per_point", path));
      default -> throw FormJson.rejected("rule", path + ".type", type);
    };
  }

  static Json write(ScoringRule rule) {
    Json.MembersBuilder json = Json.members();
    if (rule instanceof ScoringRule.AllOrNothing) {
      json.put("type", "all-or-nothing");
    } else if (rule instanceof ScoringRule.WithPassLine pass) {
      json.put("type", "pass-line").put("pass_line", Json.of(pass.passLine()));
    } else if (rule instanceof ScoringRule.Graded graded) {
      json.put("type", "graded").put("fraction", Json.of(graded.fraction()));
    } else if (rule instanceof ScoringRule.StepDown step) {
      json.put("type", "step-down").put("per_point", Json.of(step.perPoint()));
    } else {
      json.put("type", "proportional");
    }
    return json.build();
  }

  private static BigDecimal share(Json.Members rule, String name, String path)
      throws FormRejectedException {
    BigDecimal share = number(rule, name, path);
    if (share.compareTo(BigDecimal.ONE) > 0) {
      throw FormJson.rejected("share", path + '.' + name);
    }
    return share;
  }

  private static BigDecimal number(Json.Members rule, String name, String path)
      throws FormRejectedException {
    return FormJson.number(rule, name, path)
        .orElseThrow(() -> FormJson.rejected("missing", path + '.' + name));
  }
}
