package cn.anxun.core.paper;

import cn.anxun.core.json.Json;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hazard on a paper.
 *
 * @param hazard its subject
 * @param text what was found
 * @param basis the rule it breaks, "" where none was named
 * @param handling what was done or is demanded: fixed on the spot, by a deadline, withdrawal of
 *     people; for a review, what the review found
 * @param deadline the last day; null where there is none
 * @param passed for a review, whether the rectification passed; else null
 */
public record PaperLine(
    String hazard,
    String text,
    String basis,
    String handling,
    @Nullable LocalDate deadline,
    @Nullable Boolean passed) {

  Json json() {
    return Json.members()
        .put("hazard", hazard)
        .put("text", text)
        .put("basis", basis.isEmpty() ? null : basis)
        .put("handling", handling.isEmpty() ? null : handling)
        .put("deadline", deadline == null ? null : deadline.toString())
        .put("passed", passed == null ? null : Json.of(passed))
        .build();
  }

  /** The lines of a list, whatever stands in it. */
  static List<PaperLine> list(@Nullable Json json) {
    List<PaperLine> lines = new ArrayList<>();
    if (json instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (item instanceof Json.Members line) {
          lines.add(
              new PaperLine(
                  text(line, "hazard"),
                  text(line, "text"),
                  text(line, "basis"),
                  text(line, "handling"),
                  date(text(line, "deadline")),
                  line.get("passed") instanceof Json.Flag flag ? (Boolean) flag.value() : null));
        }
      }
    }
    return Collections.unmodifiableList(lines);
  }

  static String text(Json.Members members, String name) {
    return members.get(name) instanceof Json.Text text ? text.value() : "";
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return text.length() == 10 ? LocalDate.parse(text) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
