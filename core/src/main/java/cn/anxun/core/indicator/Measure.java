package cn.anxun.core.indicator;

import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is counted, as data. {@link MeasureJson} reads and writes it:
 *
 * <ul>
 *   <li>{@code {"count": type, "distinct": "site"?, "where": {…}?, "on": date field?, "stock":
 *       "start"|"end"?}}
 *   <li>{@code {"sum": "type.field", "where": {…}?, "on": …?, "stock": …?}}
 *   <li>{@code {"rate": [part, whole]}}, in percent
 *   <li>{@code {"net": [plus, minus, …]}}, the first less the others; stock and flow: start + new −
 *       closed = end
 * </ul>
 */
public sealed interface Measure {

  /** The counts and sums that it is made of. */
  default Stream<Measure> leaves() {
    if (this instanceof Rate rate) {
      return Stream.concat(rate.part().leaves(), rate.whole().leaves());
    }
    return this instanceof Net net
        ? net.terms().stream().flatMap(Measure::leaves)
        : Stream.of(this);
  }

  /** Counts records, or the distinct values of one reference such as the site. */
  record Count(String type, Distinct distinct, Where where, Basis basis) implements Measure {}

  /** Sums a number over records. */
  record Sum(String type, String field, Where where, Basis basis) implements Measure {}

  /** Part over whole in percent. */
  record Rate(Measure part, Measure whole) implements Measure {}

  /** The first less the others. */
  record Net(List<Measure> terms) implements Measure {
    public Net {
      terms = Collections.unmodifiableList(new ArrayList<>(terms));
    }
  }

  /** Whether records are counted, or different values of a field of theirs; "" counts records. */
  record Distinct(String field) {
    public static final Distinct RECORDS = new Distinct("");

    public boolean isRecords() {
      return field.isEmpty();
    }
  }

  /**
   * Which records are in the period.
   *
   * @param on the date field that must fall into it; "date" is the day the record was found or held
   */
  record Basis(String on, Stock stock) {
    public static final Basis RECORDED = new Basis("date", Stock.NONE);
  }

  /** Whether a measure counts what came in the period, or what was open at its start or end. */
  enum Stock {
    NONE,
    START,
    END
  }

  /**
   * The conditions; each field must have one of its values. An unset flag is false; another unset
   * field matches nothing.
   */
  record Where(Map<String, List<Json>> anyOf) {
    public static final Where ALL = new Where(Map.of());

    public Where {
      anyOf = Collections.unmodifiableMap(new LinkedHashMap<>(anyOf));
    }
  }
}
