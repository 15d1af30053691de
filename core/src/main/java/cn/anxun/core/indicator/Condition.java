package cn.anxun.core.indicator;

import cn.anxun.core.indicator.Measure.Where;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a {@code where}. Values compare exactly; an unset field matches only a condition
 * that asks for false; a list matches where it holds one of the values. A hazard's local level (较大,
 * 其他) can be asked by its own name too.
 */
record Condition(String type, String field, List<Json> anyOf) {
  private static final Json ORDINARY = Json.of("一般");
  private static final Set<Json> STANDARD_LEVELS = Set.of(ORDINARY, Json.of("重大"), Json.of("拟判重大"));

  /** The conditions, with sites that were merged as those that stand for them. */
  static List<Condition> list(String type, Where where, LedgerState state) {
    List<Condition> conditions = new ArrayList<>(where.anyOf().size());
    for (Map.Entry<String, List<Json>> condition : where.anyOf().entrySet()) {
      String field = condition.getKey();
      List<Json> anyOf = condition.getValue();
      conditions.add(
          new Condition(type, field, field.equals("site") ? standing(anyOf, state) : anyOf));
    }
    return conditions;
  }

  private static List<Json> standing(List<Json> sites, LedgerState state) {
    List<Json> standing = new ArrayList<>();
    for (Json site : sites) {
      standing.add(site instanceof Json.Text text ? Json.of(state.site(text.value())) : site);
    }
    return standing;
  }

  static boolean allMatch(List<Condition> conditions, FoldedRecord record) {
    for (Condition condition : conditions) {
      if (!condition.matches(record)) {
        return false;
      }
    }
    return true;
  }

  boolean matches(FoldedRecord record) {
    return matches(record.value(field), record);
  }

  /**
   * The same.
   *
   * @param value of the record's field
   */
  boolean matches(@Nullable Json value, FoldedRecord record) {
    return matches(value) || (asksForLocalLevels() && matchesRecordedLevel(record));
  }

  /** The same, where it does not ask for local levels. */
  boolean matches(@Nullable Json value) {
    if (value instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (anyOf.contains(item)) {
          return true;
        }
      }
      return false;
    }
    return anyOf.contains(value == null ? Json.FALSE : value);
  }

  private boolean isHazardLevel() {
    return type.equals("hazard") && field.equals("level");
  }

  /** Whether it is about a hazard's level, and more than the standard ones are asked for. */
  boolean asksForLocalLevels() {
    return isHazardLevel() && !STANDARD_LEVELS.containsAll(anyOf);
  }

  private boolean matchesRecordedLevel(FoldedRecord record) {
    Json recorded = record.value("recorded_level");
    return recorded != null && !STANDARD_LEVELS.contains(recorded) && anyOf.contains(recorded);
  }

  /**
   * Whether what a tally claims for all it counts meets the condition. A field it does not state
   * does not, flags too: what is not said is not known. Of several values each must be among those
   * asked for; of a list-valued field one.
   */
  boolean isMetBy(Map<String, Json> claims, Set<String> listFields) {
    Json claim = claims.get(field);
    if (claim == null) {
      return false;
    }
    if (!(claim instanceof Json.Items items)) {
      return isMetBy(claim);
    }
    int met = 0;
    for (Json item : items.values()) {
      met += isMetBy(item) ? 1 : 0;
    }
    return met > 0 && (listFields.contains(field) || met == items.values().size());
  }

  private boolean isMetBy(Json claim) {
    return anyOf.contains(claim)
        || (isHazardLevel() && !STANDARD_LEVELS.contains(claim) && anyOf.contains(ORDINARY));
  }
}
