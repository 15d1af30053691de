package cn.anxun.server.simulation;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
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
      Map<String, Json> said,
      String author,
      boolean mayAmendOthers) {}

  private final Map<String, List<Raw>> records = new LinkedHashMap<>();
  private final Map<String, BigDecimal> figures = new LinkedHashMap<>();
  private final Set<String> hazardSites = new HashSet<>();
  private final Map<String, String> merged = new HashMap<>();

  /**
   * @param entries of the whole ledger, by seq
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
                  ((Json.Members) raw.get("public")).values(),
                  entry.stamp().author(),
                  entry.stamp().role().mayAmendOthers()));
    }
    for (String figure : List.of("hazards", "closed", "rectified", "drills", "participants")) {
      figures.put(figure, BigDecimal.ZERO);
    }
    records.values().forEach(record -> count(causal(record)));
    Set<String> sites = new HashSet<>();
    hazardSites.forEach(site -> sites.add(standsFor(site)));
    figures.put("sites", BigDecimal.valueOf(sites.size()));
  }

  Map<String, BigDecimal> figures() {
    return figures;
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
        String state = state(record, voided);
        if (!state.equals("open")) {
          add(state, BigDecimal.ONE);
        }
      }
      case "DrillHeld" -> {
        add("drills", BigDecimal.ONE);
        add("participants", participants(record, voided));
      }
      case "SiteRegistered" -> {
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

  private static String state(List<Raw> record, Set<String> voided) {
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
      }
    }
    return state;
  }

  /** The oldest correction that no later one's author had seen and bettered. */
  private static BigDecimal participants(List<Raw> record, Set<String> voided) {
    List<Raw> corrections = new ArrayList<>();
    for (Raw entry : record) {
      if (entry.kind().equals("Corrected")
          && !voided.contains(entry.id())
          && mayAmend(entry, record.get(0))) {
        corrections.add(entry);
      }
    }
    for (Raw one : corrections) {
      if (corrections.stream().noneMatch(other -> hasSeen(other, one, record))) {
        return ((Json.Num) one.said().get("new")).value();
      }
    }
    return ((Json.Num) record.get(0).said().get("participants")).value();
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

  private String standsFor(String site) {
    Set<String> seen = new HashSet<>();
    String at = site;
    while (merged.containsKey(at) && seen.add(at)) {
      at = merged.get(at);
    }
    return at;
  }

  private void add(String figure, BigDecimal amount) {
    figures.merge(figure, amount, BigDecimal::add);
  }

  private static String text(@Nullable Json json) {
    return json instanceof Json.Text text ? text.value() : "";
  }
}
