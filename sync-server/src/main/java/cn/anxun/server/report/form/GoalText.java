package cn.anxun.server.report.form;

import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormResult.RowResult;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 预期目标 and 实际完成情况: the office's own words, else what the rows say. */
final class GoalText {
  private GoalText() {}

  static String goal(FormResult form) {
    String given = form.definition().goal();
    return given.isBlank() ? list(form, result -> result.row().target()) : given;
  }

  static String outcome(FormResult form) {
    String given = form.definition().outcome();
    return given.isBlank() ? list(form, RowResult::actualWithUnit) : given;
  }

  private static String list(FormResult form, Function<RowResult, String> value) {
    return form.rows().stream()
        .filter(result -> !value.apply(result).isBlank())
        .map(result -> result.row().level3() + " " + value.apply(result))
        .collect(Collectors.joining("；", "", "。"))
        .replaceAll("^。$", "");
  }
}
