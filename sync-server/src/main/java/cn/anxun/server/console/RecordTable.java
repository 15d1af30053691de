package cn.anxun.server.console;

import cn.anxun.core.entry.FieldLabels;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.scope.PublicFields;
import cn.anxun.server.text.ServerTexts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** A page of records, each with its number, its day and what is known of it. */
final class RecordTable {
  private static final int ROWS = 100;

  /** What has a column of its own, or means nothing to people. */
  private static final Set<String> NOT_SHOWN =
      Set.of(
          RecordFields.NUMBER.name(),
          RecordFields.POINT.name(),
          RecordFields.SITE.name(),
          "inspection",
          "month");

  private final LedgerState state;
  private final List<String> subjects;
  private final int offset;
  private final PublicFields fields;
  private final Texts texts;

  RecordTable(
      LedgerState state, List<String> subjects, int offset, PublicFields fields, Texts texts) {
    this.state = state;
    this.subjects = subjects;
    this.offset = Math.min(offset, subjects.size());
    this.fields = fields;
    this.texts = texts;
  }

  /**
   * Writes the table and the links to the pages before and after.
   *
   * @param page the address of the page from this offset on
   */
  void write(Html html, IntFunction<String> page) {
    int until = Math.min(offset + ROWS, subjects.size());
    List<FoldedRecord> records = PublicFields.find(state, subjects.subList(offset, until));
    html.element("table", table -> rows(table, records));
    html.element(
        "p",
        links -> {
          links.text(
              texts.text(
                      "console.rows",
                      Integer.toString(offset + 1),
                      Integer.toString(until),
                      Integer.toString(subjects.size()))
                  + " ");
          if (offset > 0) {
            links
                .element(
                    "a",
                    texts.text("console.previous"),
                    "href",
                    page.apply(Math.max(0, offset - ROWS)))
                .text(" ");
          }
          if (until < subjects.size()) {
            links.element("a", texts.text("console.next"), "href", page.apply(until));
          }
        });
  }

  private void rows(Html table, List<FoldedRecord> records) {
    table.element(
        "tr",
        head -> {
          for (String column : List.of("number", "date", "site", "content", "marks")) {
            head.element("th", texts.text("console." + column));
          }
        });
    for (FoldedRecord record : records) {
      table.element(
          "tr",
          row -> {
            String number = record.fields().text(RecordFields.NUMBER);
            row.element("td", number.isEmpty() ? record.subject() : number);
            row.element("td", record.date().toString());
            row.element("td", site(record));
            row.element("td", content(record));
            row.element("td", FigurePages.marks(texts, record.marks()), "class", "marks");
          });
    }
  }

  private String site(FoldedRecord record) {
    String site = state.site(record.fields().text(RecordFields.SITE));
    return PublicFields.find(state, List.of(site)).stream()
        .map(found -> found.value("name") instanceof Json.Text name ? name.value() : "")
        .findFirst()
        .orElse("");
  }

  private String content(FoldedRecord record) {
    return fields.of(record).values().entrySet().stream()
        .filter(
            field -> !NOT_SHOWN.contains(field.getKey()) && !Json.FALSE.equals(field.getValue()))
        .map(this::content)
        .collect(Collectors.joining(texts.text("console.semicolon")));
  }

  private String content(Map.Entry<String, Json> field) {
    boolean english = texts.equals(ServerTexts.ENGLISH);
    String label =
        english ? FieldLabels.english(field.getKey()) : FieldLabels.chinese(field.getKey());
    return texts.text("console.field", label, value(field.getKey(), field.getValue()));
  }

  /** What stands in a field; the states of a record have words of their own. */
  private String value(String field, Json value) {
    String key =
        field.equals("state") && value instanceof Json.Text state
            ? "console.state." + state.value()
            : "";
    return texts.has(key) ? texts.text(key) : value(value);
  }

  private String value(Json value) {
    if (value instanceof Json.Text text) {
      return text.value();
    }
    if (value instanceof Json.Num number) {
      return number.value().toPlainString();
    }
    if (value instanceof Json.Flag flag) {
      return texts.text(flag.value() ? "console.yes" : "console.no");
    }
    if (value instanceof Json.Items items) {
      return items.values().stream()
          .map(this::value)
          .collect(Collectors.joining(texts.text("console.comma")));
    }
    return JsonText.write(value);
  }
}
