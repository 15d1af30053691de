package cn.anxun.app.feature.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The due hazards of one site, the nearest first. */
record SiteRound(String site, String name, List<DueHazard> hazards) {
  private static final Comparator<@Nullable LocalDate> NEAREST =
      Comparator.nullsLast(Comparator.naturalOrder());

  SiteRound {
    hazards = Collections.unmodifiableList(new ArrayList<>(hazards));
  }

  /** The nearest day on which one of them is due. */
  @Nullable LocalDate dueOn() {
    return hazards.get(0).dueOn();
  }

  /** By site, the one with the nearest due day first. */
  static List<SiteRound> of(List<DueHazard> due) {
    List<DueHazard> nearest = new ArrayList<>(due);
    nearest.sort(Comparator.comparing(DueHazard::dueOn, NEAREST).thenComparing(DueHazard::subject));
    Map<String, List<DueHazard>> bySite = new LinkedHashMap<>();
    for (DueHazard hazard : nearest) {
      bySite.computeIfAbsent(hazard.site(), site -> new ArrayList<>()).add(hazard);
    }
    List<SiteRound> rounds = new ArrayList<>();
    bySite.forEach(
        (site, hazards) -> rounds.add(new SiteRound(site, hazards.get(0).siteName(), hazards)));
    return rounds;
  }
}
