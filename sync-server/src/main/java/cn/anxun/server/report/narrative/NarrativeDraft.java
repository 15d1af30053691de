package cn.anxun.server.report.narrative;

import cn.anxun.server.report.Placeholders;
import cn.anxun.server.report.Value;
import cn.anxun.server.report.form.FormValues;
import cn.anxun.server.report.narrative.Narrative.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report made of a template with a form's numbers. A line with {@code row.<part>} of no named row
 * comes once for each row that has what it asks for; a line about something that the form does not
 * have, such as a budget, is left out, and so is a part of a line in {@code [[ ]]}. Other names
 * must be known.
 *
 * @param unknown the placeholders that mean nothing, which stay in the text
 */
public record NarrativeDraft(Narrative text, List<String> unknown) {
  private static final Pattern OPTIONAL =
      Pattern.compile("(budget|execution)\\..+|total|weights|goal|outcome|row\\.[a-z0-9]+");

  private static final Pattern PART = Pattern.compile("\\[\\[(.*?)\\]\\]");

  public NarrativeDraft {
    unknown = List.copyOf(unknown);
  }

  /** Makes the report. */
  public static NarrativeDraft of(Narrative template, FormValues values) {
    Set<String> unknown = new LinkedHashSet<>();
    List<Section> sections = new ArrayList<>();
    for (Section section : template.sections()) {
      List<String> lines = new ArrayList<>();
      for (String line : section.text().split("\\R", -1)) {
        lines.addAll(lines(line, values, unknown));
      }
      sections.add(new Section(section.heading(), String.join("\n", lines)));
    }
    return new NarrativeDraft(new Narrative(sections), new ArrayList<>(unknown));
  }

  private static List<String> lines(String line, FormValues values, Set<String> unknown) {
    if (names(line).stream().noneMatch(name -> name.matches("row\\.[a-z0-9]+"))) {
      return filled(line, name -> values.find(name).map(Value::text).orElse(""), unknown);
    }
    List<String> lines = new ArrayList<>();
    for (Map<String, Value> row : values.rows()) {
      lines.addAll(
          filled(
              line,
              name -> {
                Value own = row.get(name);
                return own != null ? own.text() : values.find(name).map(Value::text).orElse("");
              },
              unknown));
    }
    return lines;
  }

  /** The line with its values; none where one that may be missing is. */
  private static List<String> filled(
      String template, Function<String, String> find, Set<String> unknown) {
    String line = optionalParts(template, find);
    List<String> names = names(line);
    boolean isWhole = true;
    for (String name : names) {
      if (find.apply(name).isEmpty()) {
        boolean mayMiss = OPTIONAL.matcher(name).matches();
        isWhole &= !mayMiss;
        if (!mayMiss && !isBlank(name)) {
          unknown.add(name);
        }
      }
    }
    if (!isWhole) {
      return List.of();
    }
    return List.of(
        Placeholders.expand(
            line,
            name -> {
              String value = find.apply(name);
              return value.isEmpty() && unknown.contains(name) ? "{{" + name + "}}" : value;
            }));
  }

  private static List<String> names(String line) {
    return Placeholders.find(line).stream().map(Placeholders.Span::name).toList();
  }

  /** Parts in {@code [[ ]]} stay where the form has what they ask for, without the brackets. */
  private static String optionalParts(String line, Function<String, String> find) {
    return PART.matcher(line)
        .replaceAll(
            part -> {
              boolean isThere =
                  names(part.group(1)).stream()
                      .noneMatch(
                          name -> find.apply(name).isEmpty() && OPTIONAL.matcher(name).matches());
              return Matcher.quoteReplacement(isThere ? part.group(1) : "");
            });
  }

  /** What nobody has typed yet, such as who prepared the form, is known and empty. */
  private static boolean isBlank(String name) {
    return List.of("department", "prepared_by", "phone", "filled_on").contains(name);
  }
}
