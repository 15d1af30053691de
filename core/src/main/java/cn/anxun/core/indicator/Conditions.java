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
 * A {@code where} made ready for many records. Values compare exactly; an unset field matches only
 * a condition that asks for false; a list matches where it holds one of the values. A hazard's
 * local level (较大, 其他) can be asked by its own name too.
 */
final class Conditions {
  private static final Json ORDINARY = Json.of("一般");
  private static final Set<Json> STANDARD_LEVELS = Set.of(ORDINARY, Json.of("重大"), Json.of("拟判重大"));

  private final String type;
  private final List<Condition> conditions = new ArrayList<>();

  private record Condition(String field, List<Json> anyOf) {}

  Conditions(String type, Where where, LedgerState state) {
    this.type = type;
    for (Map.Entry<String, List<Json>> condition : where.anyOf().entrySet()) {
      String field = condition.getKey();
      conditions.add(
          new Condition(
              field,
              field.equals("site") ? standing(condition.getValue(), state) : condition.getValue()));
    }
  }

  private static List<Json> standing(List<Json> sites, LedgerState state) {
    List<Json> standing = new ArrayList<>();
    for (Json site : sites) {
      standing.add(site instanceof Json.Text text ? Json.of(state.site(text.value())) : site);
    }
    return standing;
  }

  boolean match(FoldedRecord record) {
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      if (!matches(condition.anyOf, record.value(condition.field))
          && !matchesRecordedLevel(condition, record)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(List<Json> anyOf, @Nullable Json value) {
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

  private boolean matchesRecordedLevel(Condition condition, FoldedRecord record) {
    if (!type.equals("hazard") || !condition.field.equals("level")) {
      return false;
    }
    Json recorded = record.value("recorded_level");
    return recorded != null
        && !STANDARD_LEVELS.contains(recorded)
        && condition.anyOf.contains(recorded);
  }

  /**
   * Whether what a tally claims for all it counts meets every condition. A field it does not state
   * meets none, flags too: what is not said is not known. Of several values each must be among
   * those asked for, of a list-valued field one.
   */
  boolean matchClaims(Map<String, Json> claims, Set<String> listFields) {
    for (Condition condition : conditions) {
      Json claim = claims.get(condition.field);
      if (claim == null || !claimed(condition, claim, listFields.contains(condition.field))) {
        return false;
      }
    }
    return true;
  }

  private boolean claimed(Condition condition, Json claim, boolean isList) {
    if (!(claim instanceof Json.Items items)) {
      return condition.anyOf.contains(claim) || countsAsOrdinary(condition, claim);
    }
    int found = 0;
    for (Json item : items.values()) {
      found += condition.anyOf.contains(item) || countsAsOrdinary(condition, item) ? 1 : 0;
    }
    return isList ? found > 0 : found > 0 && found == items.values().size();
  }

  private boolean countsAsOrdinary(Condition condition, Json claim) {
    return type.equals("hazard")
        && condition.field.equals("level")
        && !STANDARD_LEVELS.contains(claim)
        && condition.anyOf.contains(ORDINARY);
  }
}
