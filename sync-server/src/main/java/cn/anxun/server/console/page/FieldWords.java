package cn.anxun.server.console.page;

import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands in the fields of entries and records, in words. */
public final class FieldWords {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final LedgerState state;
  private final Names names;
  private final Texts texts;

  public FieldWords(LedgerState state, Texts texts) {
    this.state = state;
    this.names = Names.at(state, texts);
    this.texts = texts;
  }

  /** What the marks mean, in words. */
  public static String marks(Texts texts, Set<Mark> marks) {
    return marks.stream()
        .map(mark -> mark(texts, mark))
        .collect(Collectors.joining(texts.text("console.comma")));
  }

  private static String mark(Texts texts, Mark mark) {
    String name = mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String key = "console.mark." + name;
    return texts.has(key) ? texts.text(key) : name;
  }

  /** The value of this field of a type of record. */
  public String of(String type, String field, Json value) {
    if (value instanceof Json.Text text) {
      return text(type, field, text.value());
    }
    if (value instanceof Json.Num number) {
      return number.value().toPlainString();
    }
    if (value instanceof Json.Flag flag) {
      return texts.text(flag.value() ? "console.yes" : "console.no");
    }
    if (value instanceof Json.Items items) {
      return items.values().stream()
          .map(item -> of(type, field, item))
          .collect(Collectors.joining(texts.text("console.comma")));
    }
    return value instanceof Json.Null ? texts.text("console.unset") : JsonText.write(value);
  }

  private String text(String type, String field, String text) {
    if (field.equals(RecordFields.SITE.name())) {
      return site(text);
    }
    if (DAY.matcher(text).matches()) {
      try {
        return Days.text(LocalDate.parse(text), texts);
      } catch (DateTimeParseException e) {
        return text;
      }
    }
    return names.of(type, field, text);
  }

  private String site(String subject) {
    String standing = state.site(subject);
    return state.list(SiteRegistered.KIND.recordType()).stream()
        .filter(site -> site.subject().equals(standing))
        .map(site -> site.value("name") instanceof Json.Text name ? name.value() : subject)
        .findFirst()
        .orElse(subject);
  }
}
