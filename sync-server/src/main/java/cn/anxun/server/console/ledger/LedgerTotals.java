package cn.anxun.server.console.ledger;

import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import java.lang.ref.SoftReference;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the whole of a ledger comes to, which every page of it shows whatever rows are on it:
 * counted once for a state. Safe for several threads.
 */
final class LedgerTotals {
  private final LedgerState state;
  private final Map<String, String> sites = new HashMap<>();
  private final Map<String, OfType> types = new ConcurrentHashMap<>();

  LedgerTotals(LedgerState state) {
    this.state = state;
    for (FoldedRecord site : state.list(SiteRegistered.KIND.recordType())) {
      sites.put(site.subject(), site.fields().text(SiteRegistered.NAME));
    }
  }

  /** Those of the states last asked about, one for each bureau. */
  static final class Kept {
    private final Map<String, SoftReference<LedgerTotals>> bureaus = new ConcurrentHashMap<>();

    /** Of this very state: to compare two of a large ledger takes longer than to count one. */
    @SuppressWarnings("ReferenceEquality")
    LedgerTotals of(String bureau, LedgerState state) {
      SoftReference<LedgerTotals> kept = bureaus.get(bureau);
      LedgerTotals totals = kept == null ? null : kept.get();
      if (totals == null || totals.state != state) {
        totals = new LedgerTotals(state);
        bureaus.put(bureau, new SoftReference<>(totals));
      }
      return totals;
    }
  }

  /**
   * The records of a type.
   *
   * @param values by field to filter by, how many have each value
   * @param months how many were found or held in each
   */
  record OfType(Map<String, Map<String, Integer>> values, Map<YearMonth, Integer> months) {}

  LedgerState state() {
    return state;
  }

  /** The name of this site, or "". */
  String site(String subject) {
    return sites.getOrDefault(state.site(subject), "");
  }

  OfType ofType(String type) {
    return types.computeIfAbsent(type, key -> count(state.list(key)));
  }

  private static OfType count(List<FoldedRecord> records) {
    List<Map<Json, Integer>> counts = new ArrayList<>();
    LedgerQuery.FACETS.forEach(field -> counts.add(new HashMap<>()));
    for (FoldedRecord record : records) {
      for (int i = 0; i < counts.size(); i++) {
        Json value = record.value(LedgerQuery.FACETS.get(i));
        counts.get(i).merge(value == null ? Json.NULL : value, 1, Integer::sum);
      }
    }
    Map<String, Map<String, Integer>> values = new HashMap<>();
    for (int i = 0; i < counts.size(); i++) {
      values.put(LedgerQuery.FACETS.get(i), inWords(counts.get(i)));
    }
    return new OfType(values, months(records));
  }

  private static Map<String, Integer> inWords(Map<Json, Integer> counts) {
    Map<String, Integer> byWord = new TreeMap<>();
    counts.forEach(
        (value, count) -> {
          List<String> words = LedgerRows.values(value);
          (words.isEmpty() ? List.of(LedgerQuery.NONE) : words)
              .forEach(word -> byWord.merge(word, count, Integer::sum));
        });
    return byWord;
  }

  /** How many records there are of each month, in order. */
  static Map<YearMonth, Integer> months(List<FoldedRecord> records) {
    Map<YearMonth, Integer> months = new TreeMap<>();
    int at = 0;
    while (at < records.size()) {
      YearMonth month = YearMonth.from(records.get(at).date());
      int from = at;
      while (at < records.size() && isIn(month, records.get(at))) {
        at++;
      }
      months.merge(month, at - from, Integer::sum);
    }
    return months;
  }

  private static boolean isIn(YearMonth month, FoldedRecord record) {
    return record.date().getYear() == month.getYear()
        && record.date().getMonthValue() == month.getMonthValue();
  }
}
