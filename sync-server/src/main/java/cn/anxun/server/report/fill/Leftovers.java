package cn.anxun.server.report.fill;

import cn.anxun.server.report.Placeholders;
import cn.anxun.server.report.fill.FillProblem.Reason;
import java.io.IOException;
import java.util.Collection;

/**
 * Finds placeholders where none can be filled: in comments, charts, drawings. They are never left
 * unsaid.
 */
final class Leftovers {
  private Leftovers() {}

  static void report(OfficeFile file, Collection<String> readAlready, FillLog log)
      throws IOException, FillException {
    for (String part : file.xmlParts()) {
      if (readAlready.contains(part)) {
        continue;
      }
      StringBuilder text = new StringBuilder();
      XmlCursor cursor = new XmlCursor(file.xml(part));
      while (cursor.next()) {
        if (cursor.token() == XmlCursor.Token.TEXT || cursor.token() == XmlCursor.Token.CDATA) {
          text.append(cursor.text());
        }
      }
      for (Placeholders.Span span : Placeholders.find(text.toString())) {
        log.problem(Reason.UNREACHABLE, "{{" + span.name() + "}}", part);
      }
    }
  }
}
