package cn.anxun.server.report.records;

import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.FieldLabels;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.report.TextMeasure;
import cn.anxun.server.report.xlsx.StreamedWorkbook;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Records of one type as rows: number, day, what was recorded, what follows from it, and their ids.
 * A site stands by its name.
 */
public final class RecordTable {
  private static final Texts TEXTS = ServerTexts.CHINESE;
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int LEAST_WIDTH = 10;
  private static final int TEXT_WIDTH = 36;

  private final String type;
  private final List<String> fields;
  private final Map<String, String> siteNames;
  private final Function<FoldedRecord, Json.Members> shown;

  /**
   * A table for these records.
   *
   * @param state for the names of sites
   * @param shown the fields of a record that may be shown
   */
  public RecordTable(
      String type,
      Collection<FoldedRecord> records,
      LedgerState state,
      Function<FoldedRecord, Json.Members> shown) {
    this.type = type;
    this.shown = shown;
    this.fields = fields(type, records);
    this.siteNames = new HashMap<>();
    state
        .list("site")
        .forEach(site -> siteNames.put(site.subject(), site.fields().text(SiteRegistered.NAME)));
    state.sites().forEach((site, into) -> siteNames.put(site, siteNames.getOrDefault(into, into)));
  }

  /** What people call a type of record. */
  public static String label(String type) {
    String key = "record." + type;
    return TEXTS.has(key) ? TEXTS.text(key) : type;
  }

  private static List<String> fields(String type, Collection<FoldedRecord> records) {
    Set<String> used = new LinkedHashSet<>();
    records.forEach(record -> used.addAll(record.fields().values().keySet()));
    List<String> ordered = new ArrayList<>();
    for (Kind kind : Kinds.ALL) {
      for (Field<?> field : kind.fields().values()) {
        boolean own = kind.effect() == Kind.Effect.OPENS && kind.recordType().equals(type);
        if (own && used.remove(field.name())) {
          ordered.add(field.name());
        }
      }
    }
    ordered.addAll(used);
    ordered.remove(RecordFields.NUMBER.name());
    return ordered;
  }

  /** Adds a sheet of these records, and further ones where they do not fit on it. */
  public void write(
      StreamedWorkbook workbook, String name, List<String> notes, Iterable<FoldedRecord> records)
      throws IOException {
    StreamedWorkbook.Sheet sheet = workbook.sheet(name, notes, columns());
    int sheets = 1;
    for (FoldedRecord record : records) {
      if (sheet.isFull()) {
        sheet.finish();
        sheets++;
        sheet = workbook.sheet(name + sheets, notes, columns());
      }
      sheet.row(row(record));
    }
    sheet.finish();
  }

  private List<StreamedWorkbook.Column> columns() {
    List<StreamedWorkbook.Column> columns = new ArrayList<>();
    columns.add(new StreamedWorkbook.Column(FieldLabels.chinese("number"), 16));
    columns.add(new StreamedWorkbook.Column(TEXTS.text("records.date"), 12));
    for (String field : fields) {
      String heading = FieldLabels.chinese(field);
      int width = isLong(field) ? TEXT_WIDTH : LEAST_WIDTH;
      columns.add(
          new StreamedWorkbook.Column(heading, Math.max(width, TextMeasure.width(heading) + 2)));
    }
    columns.add(new StreamedWorkbook.Column(TEXTS.text("records.subject"), TEXT_WIDTH));
    return columns;
  }

  private boolean isLong(String field) {
    return Kinds.ALL.stream()
        .filter(kind -> kind.recordType().equals(type))
        .map(kind -> kind.field(field))
        .anyMatch(found -> found != null && found.maxLength() > 64);
  }

  private List<Object> row(FoldedRecord record) {
    Json.Members values = shown.apply(record);
    List<Object> row = new ArrayList<>();
    row.add(record.fields().text(RecordFields.NUMBER));
    row.add(record.date());
    for (String field : fields) {
      row.add(cell(field, values.values().getOrDefault(field, Json.NULL)));
    }
    row.add(record.subject());
    return row;
  }

  private Object cell(String field, Json value) {
    if (value instanceof Json.Num number) {
      return new BigDecimal(number.value().toPlainString());
    }
    if (value instanceof Json.Flag flag) {
      return TEXTS.text(flag.value() ? "records.yes" : "records.no");
    }
    if (value instanceof Json.Text text) {
      return text(field, text.value());
    }
    if (value instanceof Json.Items items) {
      List<String> parts = new ArrayList<>();
      items.values().forEach(item -> parts.add(String.valueOf(cell(field, item))));
      return String.join("、", parts);
    }
    return value instanceof Json.Null ? "" : JsonText.write(value);
  }

  private Object text(String field, String text) {
    if (field.equals(RecordFields.SITE.name())) {
      return siteNames.getOrDefault(text, text);
    }
    String label = "value." + field + "." + text;
    if (TEXTS.has(label)) {
      return TEXTS.text(label);
    }
    if (DAY.matcher(text).matches()) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException notADay) {
        return text;
      }
    }
    return text;
  }
}
