package cn.anxun.server.storage;

import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.state.LedgerFold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A row of the table {@code record}: the record as its own entries make it.
 *
 * @param columns by name, in the order of the table
 */
public record RecordRow(Map<String, String> columns) {
  /** The names of the columns, in the order of the table. */
  public static final List<String> COLUMNS =
      List.of(
          "subject",
          "type",
          "date",
          "state",
          "number",
          "site",
          "division",
          "fields",
          "marks",
          "seq",
          "day");

  /**
   * Changes with everything that makes other rows of the same entries; the projection is then made
   * anew. The first number is for changes that give the same figures: raise it by hand.
   */
  static final String VERSION = "2." + FigureEngine.VERSION;

  private static final String STATE = "state";
  private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");

  public RecordRow {
    columns = Map.copyOf(columns);
  }

  /** The row of this subject; empty where its entries make no record, as for a document. */
  public static Optional<RecordRow> of(LedgerFold fold, LedgerView ledger, String subject) {
    List<LedgerEntry> entries = ledger.listSubject(subject, Long.MAX_VALUE);
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    LedgerEntry last = entries.get(entries.size() - 1);
    LocalDate day = LocalDate.ofInstant(last.stamp().at(), BUSINESS_ZONE);
    for (LedgerEntry entry : entries) {
      LocalDate date = entry.entry().header().businessDate();
      day = date.isAfter(day) ? date : day;
    }
    LocalDate asOf = day;
    return fold.foldSubject(ledger, subject, new Cutoff(last.seq(), asOf))
        .map(record -> of(record, last.seq(), asOf));
  }

  private static RecordRow of(FoldedRecord record, long seq, LocalDate day) {
    List<String> marks = new ArrayList<>();
    for (Mark mark : record.marks()) {
      marks.add(mark.name());
    }
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("subject", record.subject());
    columns.put("type", record.type());
    columns.put("date", record.date().toString());
    columns.put("state", text(record, STATE));
    columns.put("number", text(record, RecordFields.NUMBER.name()));
    columns.put("site", text(record, RecordFields.SITE.name()));
    columns.put("division", text(record, RecordFields.DIVISION.name()));
    columns.put("fields", JsonText.write(new Json.Members(record.fields().values())));
    columns.put("marks", JsonText.write(Json.texts(marks)));
    columns.put("seq", Long.toString(seq));
    columns.put("day", day.toString());
    return new RecordRow(columns);
  }

  private static String text(FoldedRecord record, String field) {
    // PostgreSQL's texts cannot hold the character zero.
    return record.value(field) instanceof Json.Text text ? text.value().replace('\0', ' ') : "";
  }

  static RecordRow read(ResultSet row, StatementContext context) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String name : COLUMNS) {
      columns.put(name, row.getString(name));
    }
    return new RecordRow(columns);
  }

  public String subject() {
    return get("subject");
  }

  /** The subject's last entry. */
  long seq() {
    return Long.parseLong(get("seq"));
  }

  /** What the column says. */
  public String get(String column) {
    return columns.getOrDefault(column, "");
  }
}
