package cn.anxun.server.console.ledger;

import cn.anxun.server.console.page.Links;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a ledger, as its address says it: {@code
 * from=2026-01-01&until=2026-12-31&q=通道&state=open&sort=-date&col=unit}.
 *
 * @param from the first day on which the record was found or held
 * @param until the last
 * @param words that the record must contain, all of them, in any case
 * @param values by field, those of which a record must have one
 * @param sort the field by which rows are sorted; downwards with a - before it
 * @param columns chosen by the reader; empty for the usual ones
 */
public record LedgerQuery(
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    String words,
    Map<String, List<String>> values,
    String sort,
    List<String> columns) {

  /** Stands in an address for records that have no value in a field. */
  public static final String NONE = "-";

  /** The usual order: the latest first. */
  static final String LATEST = "-date";

  private static final int MAX_WORDS = 100;

  /** The fields by which records may be filtered, in the order of the form. */
  static final List<String> FACETS =
      List.of(
          "state",
          "level",
          "overdue",
          "review_overdue",
          "listed",
          "unit",
          "division",
          "industry",
          "site_kind",
          "kind",
          "category",
          "source",
          "authority",
          "result",
          "form",
          "audience",
          "activity",
          "action",
          "case",
          "grade",
          "campaign",
          "project",
          "fixed_on_the_spot");

  /**
   * Reads the address.
   *
   * @throws Refusal where a day is none, the days are reversed or the search is too long
   */
  static LedgerQuery of(Context context) {
    Optional<LocalDate> from = Requests.date(context, "from");
    Optional<LocalDate> until = Requests.date(context, "until");
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      throw Refusal.ofField(400, "period-reversed", "until");
    }
    String words = Requests.find(context, "q").orElse("").trim();
    if (words.length() > MAX_WORDS) {
      throw Refusal.ofField(400, "too-long", "q", Integer.toString(MAX_WORDS));
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String facet : FACETS) {
      List<String> wanted = context.queryParams(facet);
      if (!wanted.isEmpty()) {
        values.put(facet, List.copyOf(wanted));
      }
    }
    // An empty choice of the form means all, one that says "none" what has no value.
    values.values().removeIf(wanted -> wanted.stream().allMatch(String::isEmpty));
    return new LedgerQuery(
        from,
        until,
        words,
        values,
        Requests.find(context, "sort").orElse(LATEST),
        List.copyOf(context.queryParams("col")));
  }

  /** Whether anything is left out. */
  public boolean isFiltered() {
    return from.isPresent() || until.isPresent() || !words.isEmpty() || !values.isEmpty();
  }

  LedgerQuery sortedBy(String field) {
    return new LedgerQuery(from, until, words, values, field, columns);
  }

  /** The same within these days, as far as it was not narrower before. */
  LedgerQuery within(LocalDate first, LocalDate last) {
    return new LedgerQuery(
        Optional.of(from.filter(first::isBefore).orElse(first)),
        Optional.of(until.filter(last::isAfter).orElse(last)),
        words,
        values,
        sort,
        columns);
  }

  /** The same as parameters of an address, without the page. */
  public String query() {
    List<String> parameters = new ArrayList<>();
    from.ifPresent(day -> add(parameters, "from", day.toString()));
    until.ifPresent(day -> add(parameters, "until", day.toString()));
    if (!words.isEmpty()) {
      add(parameters, "q", words);
    }
    values.forEach((field, wanted) -> wanted.forEach(value -> add(parameters, field, value)));
    if (!sort.equals(LATEST)) {
      add(parameters, "sort", sort);
    }
    columns.forEach(column -> add(parameters, "col", column));
    return String.join("&", parameters);
  }

  private static void add(List<String> parameters, String name, String value) {
    parameters.add(name + '=' + Links.encoded(value));
  }
}
