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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records of one type as rows: number, day, what was recorded, what follows from it, and their ids.
 * A site stands by its name.
 */
public final class RecordTable {
  private static final Texts TEXTS = ServerTexts.CHINESE;
  private static final String YES = TEXTS.text("records.yes");
  private static final String NO = TEXTS.text("records.no");
  private static final Map<String, Map<String, String>> WORDS = new ConcurrentHashMap<>();
  private static final int DAY_LENGTH = "2026-01-31".length();
  private static final int LEAST_WIDTH = 10;
  private static final int TEXT_WIDTH = 36;

  private final String type;
  private final List<FoldedRecord> records;
  private final List<Column> columns;
  private final Map<String, String> siteNames;
  private final Shown shown;

  /** Which fields of records may be shown. */
  public interface Shown {
    /** Those of each of these, in their order; called by another thread. */
    List<Json.Members> of(List<FoldedRecord> records);
  }

  /**
   * A field.
   *
   * @param words what people say for its codes
   */
  private record Column(String field, Map<String, String> words) {
    private Column(String field) {
      this(field, WORDS.computeIfAbsent(field, name -> TEXTS.under("value." + name + ".")));
    }
  }

  /**
   * A table for these records.
   *
   * @param state for the names of sites
   */
  public RecordTable(String type, List<FoldedRecord> records, LedgerState state, Shown shown) {
    this.type = type;
    this.records = records;
    this.shown = shown;
    this.columns = fields(type, records).stream().map(Column::new).toList();
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

  private static List<String> fields(String type, List<FoldedRecord> records) {
    Set<String> used =
        records.parallelStream()
            .collect(
                LinkedHashSet::new,
                (names, record) -> names.addAll(record.fields().values().keySet()),
                Set::addAll);
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

  /** Adds a sheet of the records, and further ones where they do not fit on it. */
  public void write(StreamedWorkbook workbook, String name, List<String> notes) throws IOException {
    Sheets sheets = new Sheets(workbook, name, notes);
    PartsAhead.each(records, this::rows, sheets::add);
    sheets.finish();
  }

  /** One sheet after the other. */
  private final class Sheets {
    private final StreamedWorkbook workbook;
    private final String name;
    private final List<String> notes;
    private final List<StreamedWorkbook.Column> headings = headings();
    private StreamedWorkbook.Sheet sheet;
    private int sheets = 1;

    private Sheets(StreamedWorkbook workbook, String name, List<String> notes) throws IOException {
      this.workbook = workbook;
      this.name = name;
      this.notes = notes;
      this.sheet = workbook.sheet(name, notes, headings);
    }

    private void add(List<List<Object>> rows) throws IOException {
      for (List<Object> row : rows) {
        if (sheet.isFull()) {
          sheet.finish();
          sheets++;
          sheet = workbook.sheet(name + sheets, notes, headings);
        }
        sheet.row(row);
      }
    }

    private void finish() throws IOException {
      sheet.finish();
    }
  }

  private List<StreamedWorkbook.Column> headings() {
    List<StreamedWorkbook.Column> headings = new ArrayList<>();
    headings.add(new StreamedWorkbook.Column(FieldLabels.chinese("number"), 16));
    headings.add(new StreamedWorkbook.Column(TEXTS.text("records.date"), 12));
    for (Column column : columns) {
      String heading = FieldLabels.chinese(column.field());
      int width = isLong(column.field()) ? TEXT_WIDTH : LEAST_WIDTH;
      headings.add(
          new StreamedWorkbook.Column(heading, Math.max(width, TextMeasure.width(heading) + 2)));
    }
    headings.add(new StreamedWorkbook.Column(TEXTS.text("records.subject"), TEXT_WIDTH));
    return headings;
  }

  private boolean isLong(String field) {
    return Kinds.ALL.stream()
        .filter(kind -> kind.recordType().equals(type))
        .map(kind -> kind.field(field))
        .anyMatch(found -> found != null && found.maxLength() > 64);
  }

  private List<List<Object>> rows(List<FoldedRecord> some) {
    List<Json.Members> values = shown.of(some);
    List<List<Object>> rows = new ArrayList<>(some.size());
    for (int i = 0; i < some.size(); i++) {
      rows.add(row(some.get(i), values.get(i).values()));
    }
    return rows;
  }

  private List<Object> row(FoldedRecord record, Map<String, Json> values) {
    List<Object> row = new ArrayList<>(columns.size() + 3);
    row.add(record.fields().text(RecordFields.NUMBER));
    row.add(record.date());
    for (Column column : columns) {
      row.add(cell(column, values.getOrDefault(column.field(), Json.NULL)));
    }
    row.add(record.subject());
    return row;
  }

  private Object cell(Column column, Json value) {
    if (value instanceof Json.Num number) {
      BigDecimal exact = number.value();
      return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
    if (value instanceof Json.Flag flag) {
      return flag.value() ? YES : NO;
    }
    if (value instanceof Json.Text text) {
      return text(column, text.value());
    }
    if (value instanceof Json.Items items) {
      List<String> parts = new ArrayList<>();
      items.values().forEach(item -> parts.add(String.valueOf(cell(column, item))));
      return String.join("、", parts);
    }
    return value instanceof Json.Null ? "" : JsonText.write(value);
  }

  private Object text(Column column, String text) {
    if (column.field().equals(RecordFields.SITE.name())) {
      return siteNames.getOrDefault(text, text);
    }
    String word = column.words().isEmpty() ? null : column.words().get(text);
    if (word != null) {
      return word;
    }
    if (text.length() == DAY_LENGTH && text.charAt(4) == '-' && text.charAt(7) == '-') {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException notADay) {
        return text;
      }
    }
    return text;
  }
}
