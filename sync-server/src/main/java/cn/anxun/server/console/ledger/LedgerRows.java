package cn.anxun.server.console.ledger;

import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of one type that a query wants, in its order. */
final class LedgerRows {
  /** Public texts that are searched; whatever may be personal is not. */
  private static final List<String> SEARCHED =
      List.of("number", "description", "name", "topic", "title", "content", "place", "document_no");

  private final LedgerState state;
  private final String type;
  private final Map<String, String> sites = new HashMap<>();

  LedgerRows(LedgerState state, String type) {
    this.state = state;
    this.type = type;
    for (FoldedRecord site : state.list(SiteRegistered.KIND.recordType())) {
      sites.put(site.subject(), site.fields().text(SiteRegistered.NAME));
    }
  }

  List<FoldedRecord> list(LedgerQuery query) {
    List<String> words = new ArrayList<>();
    for (String word : query.words().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    List<FoldedRecord> rows = new ArrayList<>();
    for (FoldedRecord record : state.list(type)) {
      if (isWithin(query, record) && hasValues(query, record) && contains(record, words)) {
        rows.add(record);
      }
    }
    rows.sort(order(query.sort()));
    return rows;
  }

  private static boolean isWithin(LedgerQuery query, FoldedRecord record) {
    return query.from().filter(from -> record.date().isBefore(from)).isEmpty()
        && query.until().filter(until -> record.date().isAfter(until)).isEmpty();
  }

  private static boolean hasValues(LedgerQuery query, FoldedRecord record) {
    for (Map.Entry<String, List<String>> wanted : query.values().entrySet()) {
      List<String> values = values(record, wanted.getKey());
      boolean fits =
          values.isEmpty()
              ? wanted.getValue().contains(LedgerQuery.NONE)
              : values.stream().anyMatch(value -> fits(wanted.getKey(), value, wanted.getValue()));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** A division stands for all that lies in it. */
  private static boolean fits(String field, String value, List<String> wanted) {
    return field.equals("division")
        ? wanted.stream().anyMatch(value::startsWith)
        : wanted.contains(value);
  }

  /** The values of a field as addresses have them; none where it is unset. */
  static List<String> values(FoldedRecord record, String field) {
    Json value = record.value(field);
    if (value instanceof Json.Items items) {
      return items.values().stream().map(LedgerRows::text).filter(t -> !t.isEmpty()).toList();
    }
    String text = text(value);
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private static String text(@Nullable Json value) {
    if (value instanceof Json.Text text) {
      return text.value();
    }
    if (value instanceof Json.Flag flag) {
      return Boolean.toString(flag.value());
    }
    return value instanceof Json.Num number ? number.value().toPlainString() : "";
  }

  private boolean contains(FoldedRecord record, List<String> words) {
    if (words.isEmpty()) {
      return true;
    }
    StringBuilder all = new StringBuilder(site(record));
    for (String field : SEARCHED) {
      all.append('\n').append(text(record.value(field)));
    }
    String searched = all.toString().toLowerCase(Locale.ROOT);
    return words.stream().allMatch(searched::contains);
  }

  /** The name of the record's site, or "". */
  String site(FoldedRecord record) {
    String site = state.site(record.fields().text(RecordFields.SITE));
    return sites.getOrDefault(site, "");
  }

  private Comparator<FoldedRecord> order(String sort) {
    boolean down = sort.startsWith("-");
    String field = down ? sort.substring(1) : sort;
    Comparator<FoldedRecord> order =
        switch (field) {
          case "date" -> Comparator.comparing(FoldedRecord::date);
          case "site" -> Comparator.comparing(this::site);
          default -> (one, other) -> compare(one.value(field), other.value(field));
        };
    Comparator<FoldedRecord> directed = down ? order.reversed() : order;
    return directed.thenComparing(FoldedRecord::subject);
  }

  private static int compare(@Nullable Json one, @Nullable Json other) {
    if (one instanceof Json.Num first && other instanceof Json.Num second) {
      return new BigDecimal(first.value().toPlainString())
          .compareTo(new BigDecimal(second.value().toPlainString()));
    }
    return text(one).compareTo(text(other));
  }
}
