package cn.anxun.server.acceptance;

import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts again, from the raw entries, without the fold and without the engine: plain loops that a
 * person can check by eye. Knows no corrections, voids or tallies, for cases have none.
 */
final class Recount {
  private static final Map<String, String> TYPES =
      Map.of(
          "Inspected", "inspection",
          "HazardFound", "hazard",
          "DrillHeld", "drill",
          "TrainingHeld", "training",
          "PublicityHeld", "publicity",
          "EnforcementTaken", "enforcement",
          "AccidentOccurred", "accident",
          "ResponseMade", "response",
          "PlanFiled", "plan",
          "ServiceRendered", "service");

  /** What stands above and below the line; 1 below for what is not a rate. */
  record Counted(BigDecimal part, BigDecimal whole) {}

  private final int year;
  private final Map<String, Map<String, Json>> records = new LinkedHashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, String> mergedInto = new HashMap<>();
  private final Set<String> plannedSites = new HashSet<>();

  /**
   * Recounts a year.
   *
   * @param entries as the server gives them, any order that has a record's steps in order
   */
  Recount(int year, List<Json.Members> entries) {
    this.year = year;
    entries.forEach(this::take);
    Set<String> planned = new HashSet<>();
    plannedSites.forEach(site -> planned.add(site(site)));
    for (Map<String, Json> record : records.values()) {
      if (record.get("site") instanceof Json.Text site && planned.contains(site(site.value()))) {
        record.put("planned", Json.TRUE);
      }
    }
  }

  private void take(Json.Members entry) {
    String kind = text(entry.get("kind"));
    String subject = text(entry.get("subject"));
    Map<String, Json> said = ((Json.Members) entry.get("public")).values();
    if (TYPES.containsKey(kind)) {
      if (text(entry.get("businessDate")).startsWith(year + "-")) {
        open(TYPES.get(kind), subject, said);
      }
      return;
    }
    Map<String, Json> record = records.getOrDefault(subject, new HashMap<>());
    switch (kind) {
      case "MajorConfirmed" ->
          record.put("level", Json.of(said.get("confirmed").equals(Json.TRUE) ? "重大" : "一般"));
      case "Listed" -> record.put("listed", Json.TRUE);
      case "Rectified" -> record.put("state", Json.of("rectified"));
      case "Reviewed" ->
          record.put("state", Json.of(said.get("passed").equals(Json.TRUE) ? "closed" : "open"));
      case "Attributed" -> record.put("project", said.get("project"));
      case "SiteMerged" -> mergedInto.put(subject, text(said.get("into")));
      case "InspectionPlanRevised" ->
          ((Json.Items) ((Json.Members) said.get("document")).get("sites"))
              .values()
              .forEach(site -> plannedSites.add(text(site)));
      default -> {
        // Sites, lists and forms are not counted.
      }
    }
  }

  private void open(String type, String subject, Map<String, Json> said) {
    Map<String, Json> record = new HashMap<>(said);
    if (type.equals("hazard")) {
      boolean fixed = Json.TRUE.equals(said.get("fixed_on_the_spot"));
      record.put("state", Json.of(fixed ? "closed" : "open"));
      boolean five =
          said.keySet()
              .containsAll(
                  List.of(
                      "responsibility", "measures", "funds_yuan", "deadline", "contingency_plan"));
      record.put("five_measures", Json.of(five));
      if (Json.of("重大").equals(said.get("level"))) {
        record.put("level", Json.of("拟判重大"));
      } else if (said.get("level") != null) {
        // A local level counts as 一般 besides.
        record.put("level", Json.items(List.of(said.get("level"), Json.of("一般"))));
      }
    }
    records.put(subject, record);
    types.put(subject, type);
  }

  /** The measure as a case file writes it. */
  Counted count(Json measure) {
    Map<String, Json> said = ((Json.Members) measure).values();
    if (said.get("rate") instanceof Json.Items terms) {
      return new Counted(amount(terms.values().get(0)), amount(terms.values().get(1)));
    }
    return new Counted(amount(measure), BigDecimal.ONE);
  }

  private BigDecimal amount(Json measure) {
    Map<String, Json> said = ((Json.Members) measure).values();
    Map<String, Json> where =
        said.get("where") instanceof Json.Members members ? members.values() : Map.of();
    if (said.get("sum") instanceof Json.Text summed) {
      String[] names = summed.value().split("\\.", 2);
      BigDecimal sum = BigDecimal.ZERO;
      for (Map<String, Json> record : matching(names[0], where)) {
        if (record.get(names[1]) instanceof Json.Num number) {
          sum = sum.add(number.value());
        }
      }
      return sum;
    }
    List<Map<String, Json>> counted = matching(text(said.get("count")), where);
    if (said.get("distinct") == null) {
      return BigDecimal.valueOf(counted.size());
    }
    Set<String> sites = new HashSet<>();
    for (Map<String, Json> record : counted) {
      if (record.get("site") instanceof Json.Text site) {
        sites.add(site(site.value()));
      }
    }
    return BigDecimal.valueOf(sites.size());
  }

  private List<Map<String, Json>> matching(String type, Map<String, Json> where) {
    List<Map<String, Json>> matching = new ArrayList<>();
    records.forEach(
        (subject, record) -> {
          if (types.get(subject).equals(type)
              && where.entrySet().stream().allMatch(one -> isAny(record, one))) {
            matching.add(record);
          }
        });
    return matching;
  }

  private static boolean isAny(Map<String, Json> record, Map.Entry<String, Json> condition) {
    List<Json> wanted =
        condition.getValue() instanceof Json.Items items
            ? items.values()
            : List.of(condition.getValue());
    Json value = record.get(condition.getKey());
    if (value == null) {
      return wanted.contains(Json.FALSE);
    }
    List<Json> values = value instanceof Json.Items items ? items.values() : List.of(value);
    return values.stream().anyMatch(wanted::contains);
  }

  private String site(String subject) {
    String at = subject;
    while (mergedInto.containsKey(at)) {
      at = mergedInto.get(at);
    }
    return at;
  }

  private static String text(Json json) {
    return ((Json.Text) json).value();
  }
}
