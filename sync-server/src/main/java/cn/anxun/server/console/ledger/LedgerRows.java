package cn.anxun.server.console.ledger;

import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.server.console.page.Paging;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The records of one type that a query wants, in its order. */
final class LedgerRows {
  /** Public texts that are searched; whatever may be personal is not. */
  private static final List<String> SEARCHED =
      List.of("number", "description", "name", "topic", "title", "content", "place", "document_no");

  private final LedgerTotals totals;
  private final List<FoldedRecord> all;
  private final String type;

  LedgerRows(LedgerTotals totals, String type) {
    this.totals = totals;
    this.all = totals.state().list(type);
    this.type = type;
  }

  /**
   * A page of what a query wants.
   *
   * @param total how many records it wants
   * @param months how many of them are of each month
   */
  record Part(List<FoldedRecord> rows, int total, Map<YearMonth, Integer> months) {}

  Part page(LedgerQuery query, int offset) {
    if (!query.isFiltered() && query.sort().equals(LedgerQuery.LATEST)) {
      List<FoldedRecord> rows = Paging.cut(latestFirst(all, offset + Paging.ROWS), offset);
      return new Part(rows, all.size(), totals.ofType(type).months());
    }
    List<FoldedRecord> found = list(query);
    return new Part(Paging.cut(found, offset), found.size(), LedgerTotals.months(found));
  }

  List<FoldedRecord> list(LedgerQuery query) {
    List<Word> words =
        Pattern.compile("\\s+")
            .splitAsStream(query.words())
            .filter(word -> !word.isEmpty())
            .map(Word::of)
            .toList();
    List<FoldedRecord> rows =
        all.parallelStream()
            .filter(record -> isWithin(query, record) && hasValues(query, record))
            .filter(record -> words.stream().allMatch(word -> contains(record, word)))
            .collect(Collectors.toCollection(ArrayList::new));
    return inOrder(rows, query.sort());
  }

  private List<FoldedRecord> inOrder(List<FoldedRecord> rows, String sort) {
    if (sort.equals(LedgerQuery.LATEST)) {
      return latestFirst(rows, rows.size());
    }
    rows.sort(order(sort));
    return rows;
  }

  /**
   * The last of these, which are in the order of the state; those of one day in the order of their
   * ids.
   *
   * @param most no more than these and what else is of their last day
   */
  private static List<FoldedRecord> latestFirst(List<FoldedRecord> rows, int most) {
    List<FoldedRecord> latest = new ArrayList<>();
    int end = rows.size();
    while (end > 0 && latest.size() < most) {
      int from = end - 1;
      while (from > 0 && rows.get(from - 1).date().equals(rows.get(from).date())) {
        from--;
      }
      latest.addAll(rows.subList(from, end));
      end = from;
    }
    return latest;
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
    return values(record.value(field));
  }

  static List<String> values(@Nullable Json value) {
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

  /** Whether it stands in one of the texts. */
  private boolean contains(FoldedRecord record, Word word) {
    for (String field : SEARCHED) {
      if (word.isIn(text(record.value(field)))) {
        return true;
      }
    }
    return word.isIn(site(record));
  }

  /**
   * A word that is looked for, in any case.
   *
   * @param small in lower case
   * @param hasCase Chinese has none: only where the word has, texts are made small too
   */
  private record Word(String small, boolean hasCase) {
    private static Word of(String said) {
      String small = said.toLowerCase(Locale.ROOT);
      return new Word(
          small, small.chars().anyMatch(letter -> Character.toUpperCase(letter) != letter));
    }

    private boolean isIn(String text) {
      return text.contains(small) || (hasCase && text.toLowerCase(Locale.ROOT).contains(small));
    }
  }

  /** The name of the record's site, or "". */
  String site(FoldedRecord record) {
    return totals.site(record.fields().text(RecordFields.SITE));
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

  /** Unset values first, then numbers, then texts: one order, whatever a field holds. */
  static int compare(@Nullable Json one, @Nullable Json other) {
    if (one instanceof Json.Num first && other instanceof Json.Num second) {
      return new BigDecimal(first.value().toPlainString())
          .compareTo(new BigDecimal(second.value().toPlainString()));
    }
    int byKind = Integer.compare(rank(one), rank(other));
    return byKind == 0 ? text(one).compareTo(text(other)) : byKind;
  }

  private static int rank(@Nullable Json value) {
    if (text(value).isEmpty()) {
      return 0;
    }
    return value instanceof Json.Num ? 1 : 2;
  }
}
