package cn.anxun.core.indicator;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An indicator that units report totals of: a count of records or a sum by their own day, under
 * conditions that each have one value.
 *
 * @param type the record type counted
 * @param field the field summed; "" for records
 * @param where what holds for all that is counted
 */
public record Reportable(Indicator indicator, String type, String field, Map<String, Json> where) {
  /** What is reported; hazards and visits are recorded one by one by law. */
  private static final Set<String> TYPES =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  "drill", "training", "publicity", "enforcement", "plan", "response", "service")));

  public Reportable {
    where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
  }

  /** Everything of this catalogue that units report totals of. */
  public static List<Reportable> list(Catalogue catalogue) {
    List<Reportable> list = new ArrayList<>();
    for (Indicator indicator : catalogue.list()) {
      of(indicator).ifPresent(list::add);
    }
    return list;
  }

  private static Optional<Reportable> of(Indicator indicator) {
    if (indicator.measure() instanceof Measure.Count count && count.distinct().isRecords()) {
      return of(indicator, count.type(), "", count.where(), count.basis());
    }
    return indicator.measure() instanceof Measure.Sum sum
        ? of(indicator, sum.type(), sum.field(), sum.where(), sum.basis())
        : Optional.empty();
  }

  private static Optional<Reportable> of(
      Indicator indicator, String type, String field, Measure.Where where, Basis basis) {
    Map<String, Json> stated = new LinkedHashMap<>();
    for (Map.Entry<String, List<Json>> condition : where.anyOf().entrySet()) {
      if (condition.getValue().size() != 1) {
        return Optional.empty();
      }
      stated.put(condition.getKey(), condition.getValue().get(0));
    }
    return TYPES.contains(type) && basis.equals(Basis.RECORDED)
        ? Optional.of(new Reportable(indicator, type, field, stated))
        : Optional.empty();
  }

  /** Of its indicator. */
  public String id() {
    return indicator.id();
  }

  /** Says it in the fields of a {@link TallyReported}. */
  public void write(Fields.Builder fields) {
    fields.set(TallyReported.MEASURED, type);
    if (!field.isEmpty()) {
      fields.set(TallyReported.MEASURED_FIELD, field);
    }
    if (!where.isEmpty()) {
      fields.set(TallyReported.WHERE, new Json.Members(where));
    }
  }
}
