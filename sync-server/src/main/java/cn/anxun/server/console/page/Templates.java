package cn.anxun.server.console.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * The pages' templates, {@code src/main/jte}, compiled with the code. Whatever a template prints is
 * escaped for the place where it stands.
 */
final class Templates {
  private static final int USUAL_LENGTH = 16_384;
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private Templates() {}

  /**
   * The page as text.
   *
   * @param template its path under {@code src/main/jte}, such as {@code overview/overview.jte}
   */
  static String render(String template, Map<String, Object> parameters) {
    StringOutput out = new StringOutput(USUAL_LENGTH);
    ENGINE.render(template, parameters, out);
    return out.toString();
  }
}
