package cn.anxun.server.report.form;

import cn.anxun.core.form.FormDefinition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form's heading. An office either names the form in full (2023年度项目支出绩效自评表（业务工作经费）) or by its
 * project alone (安全宣传费); both give the same heading and project.
 */
final class FormTitle {
  private static final Pattern LAST_BRACKET = Pattern.compile("[（(]([^（）()]+)[）)]\\s*$");

  private FormTitle() {}

  static String printed(FormDefinition form) {
    return isFull(form) ? form.title() : form.template();
  }

  /** Under the title, unless the title says the year itself. */
  static String yearLine(FormDefinition form) {
    String year = String.valueOf(form.year());
    return printed(form).contains(year) ? "" : "（" + year + "年度）";
  }

  static String project(FormDefinition form) {
    if (!isFull(form)) {
      return form.title();
    }
    Matcher bracket = LAST_BRACKET.matcher(form.title());
    return bracket.find() ? bracket.group(1) : "";
  }

  private static boolean isFull(FormDefinition form) {
    return form.template().isEmpty() || form.title().contains(form.template());
  }
}
