package cn.anxun.server.console.ledger;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands in the cells of a ledger, for the page and for the workbook. */
final class Cells {
  /** Columns of numbers, which stand to the right. */
  static final Set<String> NUMBERS =
      Set.of(
          "days_over",
          "extensions",
          "participants",
          "attendees",
          "hours",
          "events",
          "fine_yuan",
          "deaths",
          "injuries",
          "loss_yuan",
          "quantity",
          "hazards");

  private static final Set<String> LONG =
      Set.of("description", "site", "name", "content", "address");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int WIDE = 36;
  private static final int USUAL = 14;

  private final LedgerRows rows;
  private final String type;
  private final Names names;
  private final Texts texts;

  Cells(LedgerRows rows, String type, Names names, Texts texts) {
    this.rows = rows;
    this.type = type;
    this.names = names;
    this.texts = texts;
  }

  /** In characters. */
  static int width(String field) {
    return LONG.contains(field) ? WIDE : USUAL;
  }

  /** As the page shows it. */
  String text(FoldedRecord record, String field) {
    Object value = value(record, field);
    return value instanceof LocalDate day ? Days.text(day, texts) : String.valueOf(value);
  }

  /** As a workbook holds it: text, BigDecimal or day. */
  Object value(FoldedRecord record, String field) {
    if (field.equals("date")) {
      return record.date();
    }
    if (field.equals("site")) {
      return rows.site(record);
    }
    Json value = record.value(field);
    if (value instanceof Json.Num number) {
      return new BigDecimal(number.value().toPlainString());
    }
    String single = value instanceof Json.Text text ? text.value() : "";
    if (DAY.matcher(single).matches()) {
      try {
        return LocalDate.parse(single);
      } catch (DateTimeParseException e) {
        return single;
      }
    }
    List<String> values = LedgerRows.values(record, field);
    return values.stream()
        .map(one -> label(type, field, one, names, texts))
        .collect(Collectors.joining(texts.text("console.comma")));
  }

  /** A value of a field in words. */
  static String label(String type, String field, String value, Names names, Texts texts) {
    return switch (value) {
      case LedgerQuery.NONE -> texts.text("console.unset");
      case "true" -> texts.text("console.yes");
      case "false" -> texts.text("console.no");
      default -> names.of(type, field, value);
    };
  }
}
