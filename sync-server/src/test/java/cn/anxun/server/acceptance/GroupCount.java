package cn.anxun.server.acceptance;

import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * What the groups of a case say a measure must come to, by the words of the case format alone:
 * every record of a group has what the group states, what it does not state matches nothing, unset
 * flags are false.
 */
final class GroupCount {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<Json.Members> groups;

  GroupCount(List<Json.Members> groups) {
    this.groups = groups;
  }

  /** As a form prints it. */
  String printed(Json measure) {
    Json.Members said = (Json.Members) measure;
    if (said.get("rate") instanceof Json.Items terms) {
      return rate(amount(terms.values().get(0)), amount(terms.values().get(1)));
    }
    boolean money = said.get("sum") instanceof Json.Text sum && sum.value().endsWith("_yuan");
    return amount(measure).setScale(money ? 2 : 0).toPlainString();
  }

  private static String rate(BigDecimal part, BigDecimal whole) {
    if (whole.signum() == 0) {
      return "/";
    }
    BigDecimal rate = part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
    boolean below = part.compareTo(whole) < 0;
    return (below && rate.compareTo(HUNDRED) == 0 ? new BigDecimal("99.99") : rate).toPlainString();
  }

  private BigDecimal amount(Json measure) {
    Json.Members said = (Json.Members) measure;
    Map<String, Json> where =
        said.get("where") instanceof Json.Members members ? members.values() : Map.of();
    String of = said.get("sum") instanceof Json.Text sum ? sum.value() : text(said.get("count"));
    int dot = of.indexOf('.');
    String kind = dot < 0 ? of : of.substring(0, dot);
    BigDecimal total = BigDecimal.ZERO;
    for (Json.Members group : groups) {
      if (text(group.get("kind")).equals(kind)) {
        total =
            total.add(
                said.get("distinct") != null
                    ? sites(group, where)
                    : matches(group, where)
                        ? number(group, dot < 0 ? "count" : of.substring(dot + 1), 0)
                        : BigDecimal.ZERO);
      }
    }
    return total;
  }

  private static BigDecimal sites(Json.Members group, Map<String, Json> where) {
    BigDecimal count = number(group, "count", 0);
    BigDecimal distinct = number(group, "distinct_sites", count.intValueExact());
    boolean onlyPlanned = where.containsKey("planned");
    for (Map.Entry<String, Json> condition : where.entrySet()) {
      if (!condition.getKey().equals("planned") && !matches(group, condition)) {
        return BigDecimal.ZERO;
      }
    }
    return onlyPlanned && !Json.TRUE.equals(group.get("planned"))
        ? number(group, "planned_sites", 0)
        : distinct;
  }

  private static boolean matches(Json.Members group, Map<String, Json> where) {
    return where.entrySet().stream().allMatch(condition -> matches(group, condition));
  }

  private static boolean matches(Json.Members group, Map.Entry<String, Json> condition) {
    Json stated = stated(group, condition.getKey());
    List<Json> wanted = several(condition.getValue());
    return stated == null
        ? wanted.contains(Json.FALSE)
        : several(stated).stream().anyMatch(wanted::contains);
  }

  private static Json stated(Json.Members group, String field) {
    Json stated = group.get(field);
    if (field.equals("state") && stated == null) {
      boolean fixed = Json.TRUE.equals(group.get("fixed_on_the_spot"));
      return Json.of(fixed ? "closed" : "open");
    }
    boolean ofHazard = text(group.get("kind")).equals("hazard") && field.equals("level");
    boolean local = ofHazard && stated != null && !text(stated).equals("重大");
    // A local level counts as 一般 besides.
    return local ? Json.items(List.of(stated, Json.of("一般"))) : stated;
  }

  private static List<Json> several(Json json) {
    return json instanceof Json.Items items ? items.values() : List.of(json);
  }

  private static BigDecimal number(Json.Members group, String field, int otherwise) {
    return group.get(field) instanceof Json.Num number
        ? number.value()
        : BigDecimal.valueOf(otherwise);
  }

  private static String text(Json json) {
    return ((Json.Text) json).value();
  }
}
