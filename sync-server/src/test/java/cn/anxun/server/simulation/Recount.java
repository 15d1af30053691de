package cn.anxun.server.simulation;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts again from the raw entries, without the fold and without the engine, by plain loops over
 * one record at a time. Knows what {@link People} do.
 */
final class Recount {
  /** An entry as it lies in the ledger. */
  private record Raw(
      String id,
      String kind,
      @Nullable String after,
      String date,
      Map<String, Json> said,
      String author,
      boolean mayAmendOthers) {}

  /** Before a division's code, the hazards found there. */
  static final String IN_DIVISION = "hazards in ";

  private final Map<String, List<Raw>> records = new LinkedHashMap<>();
  private final Map<String, BigDecimal> figures = new LinkedHashMap<>();
  private final Set<String> hazardSites = new HashSet<>();
  private final Map<String, String> merged = new HashMap<>();
  private final Map<String, String> siteNames = new LinkedHashMap<>();
  private final Map<String, String> siteDates = new HashMap<>();
  private final Set<String> withoutEffect = new HashSet<>();

  /**
   * @param entries all that are to count, by seq
   */
  Recount(List<LedgerEntry> entries) {
    for (LedgerEntry entry : entries) {
      Map<String, Json> raw = ((Json.Members) JsonText.read(entry.written().bytes())).values();
      records
          .computeIfAbsent(text(raw.get("subject")), subject -> new ArrayList<>())
          .add(
              new Raw(
                  text(raw.get("id")),
                  text(raw.get("kind")),
                  raw.get("after") instanceof Json.Text after ? after.value() : null,
                  text(raw.get("businessDate")),
                  ((Json.Members) raw.get("public")).values(),
                  entry.stamp().author(),
                  entry.stamp().role().mayAmendOthers()));
    }
    for (String figure :
        List.of("hazards", "closed", "rectified", "drills", "participants", "trainings")) {
      figures.put(figure, BigDecimal.ZERO);
    }
    Template.DIVISIONS.forEach(division -> figures.put(IN_DIVISION + division, BigDecimal.ZERO));
    records.values().forEach(record -> count(causal(record)));
    Set<String> sites = new HashSet<>();
    hazardSites.forEach(site -> sites.add(standsFor(site)));
    figures.put("sites", BigDecimal.valueOf(sites.size()));
  }

  Map<String, BigDecimal> figures() {
    return figures;
  }

  /** Hazards closed of those found, in percent as it is printed. */
  String closedOfFound() {
    BigDecimal found = figures.getOrDefault("hazards", BigDecimal.ZERO);
    BigDecimal closed = figures.getOrDefault("closed", BigDecimal.ZERO);
    if (found.signum() == 0) {
      return "/";
    }
    String rounded =
        closed.movePointRight(2).divide(found, 2, RoundingMode.HALF_UP).toPlainString();
    return rounded.equals("100.00") && closed.compareTo(found) < 0 ? "99.99" : rounded;
  }

  /** Ids of the steps that their record was not open to any more. */
  Set<String> withoutEffect() {
    return withoutEffect;
  }

  /** Sites of one name that nobody has merged, those of each name together. */
  Set<Set<String>> suspects() {
    Map<String, Set<String>> byName = new HashMap<>();
    siteNames.forEach(
        (site, name) -> {
          if (standsFor(site).equals(site)) {
            byName.computeIfAbsent(name, unused -> new HashSet<>()).add(site);
          }
        });
    Set<Set<String>> suspects = new HashSet<>(byName.values());
    suspects.removeIf(group -> group.size() < 2);
    return suspects;
  }

  /** The next is always the oldest of those whose predecessor has had its turn. */
  private static List<Raw> causal(List<Raw> bySeq) {
    List<Raw> left = new ArrayList<>(bySeq);
    List<Raw> ordered = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    boolean found = true;
    while (found) {
      found = false;
      for (Raw entry : left) {
        if (entry.after() == null || placed.contains(entry.after())) {
          ordered.add(entry);
          placed.add(entry.id());
          left.remove(entry);
          found = true;
          break;
        }
      }
    }
    return ordered;
  }

  private void count(List<Raw> record) {
    Set<String> voided = voided(record);
    if (record.isEmpty() || voided.contains(record.get(0).id())) {
      return;
    }
    Raw opening = record.get(0);
    switch (opening.kind()) {
      case "HazardFound" -> {
        add("hazards", BigDecimal.ONE);
        if (opening.said().get("site") instanceof Json.Text site) {
          hazardSites.add(site.value());
        }
        if (value(record, voided, "division") instanceof Json.Text division) {
          add(IN_DIVISION + division.value(), BigDecimal.ONE);
        }
        String state = state(record, voided);
        if (!state.equals("open")) {
          add(state, BigDecimal.ONE);
        }
      }
      case "TrainingHeld" -> add("trainings", BigDecimal.ONE);
      case "DrillHeld" -> {
        add("drills", BigDecimal.ONE);
        add("participants", ((Json.Num) value(record, voided, "participants")).value());
      }
      case "SiteRegistered" -> {
        siteNames.put(opening.id(), text(opening.said().get("name")));
        siteDates.put(opening.id(), opening.date());
        for (Raw entry : record) {
          if (entry.kind().equals("SiteMerged") && mayAmend(entry, opening)) {
            merged.put(opening.id(), text(entry.said().get("into")));
          }
        }
      }
      default -> {
        // What the office and the server say of numbers is not counted.
      }
    }
  }

  private static Set<String> voided(List<Raw> record) {
    Set<String> voided = new HashSet<>();
    for (int i = record.size() - 1; i >= 0; i--) {
      Raw entry = record.get(i);
      if (!entry.kind().equals("Voided") || voided.contains(entry.id())) {
        continue;
      }
      for (Raw target : record.subList(0, i)) {
        if (target.id().equals(text(entry.said().get("target"))) && mayAmend(entry, target)) {
          voided.add(target.id());
        }
      }
    }
    return voided;
  }

  private String state(List<Raw> record, Set<String> voided) {
    String state =
        Json.TRUE.equals(record.get(0).said().get("fixed_on_the_spot")) ? "closed" : "open";
    for (Raw entry : record) {
      if (voided.contains(entry.id())) {
        continue;
      }
      if (entry.kind().equals("Rectified") && state.equals("open")) {
        state = "rectified";
      } else if (entry.kind().equals("Reviewed") && !state.equals("closed")) {
        state = Json.TRUE.equals(entry.said().get("passed")) ? "closed" : "open";
      } else if (entry.kind().equals("Rectified") || entry.kind().equals("Reviewed")) {
        withoutEffect.add(entry.id());
      }
    }
    return state;
  }

  /** Of the field's corrections the oldest that no later one's author had seen and bettered. */
  private static @Nullable Json value(List<Raw> record, Set<String> voided, String field) {
    List<Raw> corrections = new ArrayList<>();
    for (Raw entry : record) {
      if (entry.kind().equals("Corrected")
          && text(entry.said().get("field")).equals(field)
          && !voided.contains(entry.id())
          && mayAmend(entry, record.get(0))) {
        corrections.add(entry);
      }
    }
    for (Raw one : corrections) {
      if (corrections.stream().noneMatch(other -> hasSeen(other, one, record))) {
        return one.said().get("new");
      }
    }
    return record.get(0).said().get(field);
  }

  private static boolean hasSeen(Raw later, Raw earlier, List<Raw> record) {
    Map<String, Raw> byId = new HashMap<>();
    record.forEach(entry -> byId.put(entry.id(), entry));
    for (String at = later.after(); at != null; ) {
      if (at.equals(earlier.id())) {
        return true;
      }
      Raw before = byId.get(at);
      at = before == null ? null : before.after();
    }
    return false;
  }

  private static boolean mayAmend(Raw entry, Raw target) {
    return entry.mayAmendOthers() || entry.author().equals(target.author());
  }

  /** Where the site that others were merged into is not there, the earliest of them stands. */
  private String standsFor(String site) {
    String end = end(site);
    return siteDates.containsKey(end)
        ? end
        : siteDates.keySet().stream()
            .filter(other -> end(other).equals(end))
            .min(Comparator.<String, String>comparing(siteDates::get).thenComparing(other -> other))
            .orElse(end);
  }

  /** Of sites that were merged in a circle the one made first. */
  private String end(String site) {
    List<String> path = new ArrayList<>();
    String at = site;
    while (merged.containsKey(at) && !path.contains(at)) {
      path.add(at);
      at = merged.get(at);
    }
    return path.contains(at) ? Collections.min(path.subList(path.indexOf(at), path.size())) : at;
  }

  private void add(String figure, BigDecimal amount) {
    figures.merge(figure, amount, BigDecimal::add);
  }

  private static String text(@Nullable Json json) {
    return json instanceof Json.Text text ? text.value() : "";
  }
}
