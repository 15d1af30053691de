package cn.anxun.server.report.form;

import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormResult.RowResult;
import cn.anxun.server.text.ServerTexts;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 预期目标 and 实际完成情况: the office's own words, else what the rows say, unless they are many. */
final class GoalText {
  private static final int MOST_ROWS = 15;

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
    if (form.rows().size() > MOST_ROWS) {
      return ServerTexts.CHINESE.text("report.goal.see-rows");
    }
    return form.rows().stream()
        .filter(result -> !value.apply(result).isBlank())
        .map(result -> result.row().level3() + " " + value.apply(result))
        .collect(Collectors.joining("；", "", "。"))
        .replaceAll("^。$", "");
  }
}
