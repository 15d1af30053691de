package cn.anxun.core.inspection;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.InspectionPlanRevised;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Standing;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The sites of the yearly inspection plans 年度检查计划 ({@link InspectionPlanRevised}). */
public final class PlannedSites {
  private final Map<Integer, Set<String>> byYear = new HashMap<>();

  /**
   * Adds the plan of a year, or a part of it; merged sites are planned as those that stand for
   * them.
   */
  public void add(int year, Fields plan, Standing sites) {
    Set<String> planned = byYear.computeIfAbsent(year, y -> new HashSet<>());
    if (plan.raw(InspectionPlanRevised.DOCUMENT.name()) instanceof Json.Members document
        && document.get("sites") instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (item instanceof Json.Text site) {
          planned.add(sites.of(site.value()));
        }
      }
    }
  }

  /** The years that have a plan. */
  public Set<Integer> years() {
    return Collections.unmodifiableSet(byYear.keySet());
  }

  /** The sites that stand on the plan of a year. */
  public Set<String> list(int year) {
    return Collections.unmodifiableSet(byYear.getOrDefault(year, Set.of()));
  }

  boolean isEmpty() {
    return byYear.isEmpty();
  }

  boolean contains(int year, String site) {
    return byYear.getOrDefault(year, Set.of()).contains(site);
  }
}
