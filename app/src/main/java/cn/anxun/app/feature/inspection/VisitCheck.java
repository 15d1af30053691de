package cn.anxun.app.feature.inspection;

import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be said of a visit before it is finished. */
final class VisitCheck {
  private VisitCheck() {}

  /** What may be wrong, each with a sentence of its own. */
  enum Finding {
    /** The hazard has no text. */
    NO_DESCRIPTION(true),
    /** Neither fixed on the spot nor with a deadline. */
    NO_DISPOSITION(true),
    /** The funds are not an amount of yuan. */
    FUNDS_UNREADABLE(true),
    /** The deadline is before the day of the visit. */
    DEADLINE_PAST(false),
    /** 重大 without the clause that makes it so. */
    NO_CRITERION(false),
    /** 行政检查 by one officer alone. */
    ONE_OFFICER(false);

    private final boolean blocks;

    Finding(boolean blocks) {
      this.blocks = blocks;
    }

    /** Whether the visit cannot be finished so; else it only warns. */
    boolean blocks() {
      return blocks;
    }
  }

  /**
   * One finding.
   *
   * @param hazard its place among the visit's hazards, from 0; -1 for the visit itself
   */
  record Found(Finding finding, int hazard) {}

  static List<Found> check(VisitDraft visit) {
    List<Found> found = new ArrayList<>();
    if (visit.round().isAdministrative() && visit.round().partners().isEmpty()) {
      found.add(new Found(Finding.ONE_OFFICER, -1));
    }
    for (int i = 0; i < visit.hazards().size(); i++) {
      for (Finding finding : check(visit, visit.hazards().get(i))) {
        found.add(new Found(finding, i));
      }
    }
    return found;
  }

  private static List<Finding> check(VisitDraft visit, HazardDraft hazard) {
    List<Finding> findings = new ArrayList<>();
    if (hazard.description().trim().isEmpty()) {
      findings.add(Finding.NO_DESCRIPTION);
    }
    if (!hazard.isFixedOnTheSpot() && !hazard.deadline().isPresent()) {
      findings.add(Finding.NO_DISPOSITION);
    }
    if (hazard.deadline().filter(day -> day.isBefore(visit.day())).isPresent()) {
      findings.add(Finding.DEADLINE_PAST);
    }
    if (hazard.isMajor() && hazard.fields().text(HazardFound.CRITERION).trim().isEmpty()) {
      findings.add(Finding.NO_CRITERION);
    }
    String funds = typed(hazard, HazardFound.FUNDS_YUAN);
    if (!funds.isEmpty() && !amount(funds).isPresent()) {
      findings.add(Finding.FUNDS_UNREADABLE);
    }
    return findings;
  }

  /** What was typed into a field that is no text. */
  static String typed(HazardDraft hazard, Field<?> field) {
    return StoredJson.of(new Json.Members(hazard.fields().values())).text(field.name());
  }

  /** The amount that this text says, as the ledger takes it. */
  static Optional<BigDecimal> amount(String text) {
    try {
      return HazardFound.FUNDS_YUAN.read(Json.of(new BigDecimal(text.trim())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
