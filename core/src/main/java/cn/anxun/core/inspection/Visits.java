package cn.anxun.core.inspection;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.VisitJoined;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.ledger.Standing;
import cn.anxun.core.ledger.SubjectHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The visits that count. Of visits that were joined one stands; its {@code inspectors} are those of
 * all together, since each officer logged the own party, and its entries are theirs too. {@code
 * planned} is true where any of them was said to be, or the site stands on the plan of the year.
 */
public final class Visits {
  private final Standing standing;
  private final PlannedSites plan;

  public Visits(Standing standing, PlannedSites plan) {
    this.standing = standing;
    this.plan = plan;
  }

  /** The visit that this one was joined into, or is a void double of. */
  public static Optional<String> joinedInto(SubjectHistory history) {
    return history.joinedInto(VisitJoined.KIND, VisitJoined.INTO);
  }

  /** The visits that count, of visits whose sites are resolved already. */
  public List<FoldedRecord> counted(Collection<FoldedRecord> visits) {
    List<FoldedRecord> counted = new ArrayList<>(visits.size());
    Map<String, List<FoldedRecord>> joined = new HashMap<>();
    for (FoldedRecord visit : visits) {
      if (standing.stands(visit)) {
        counted.add(visit);
      } else {
        joined.computeIfAbsent(standing.of(visit.subject()), id -> new ArrayList<>()).add(visit);
      }
    }
    if (!joined.isEmpty() || !plan.isEmpty()) {
      counted.replaceAll(visit -> joined(visit, joined.getOrDefault(visit.subject(), List.of())));
    }
    return counted;
  }

  private FoldedRecord joined(FoldedRecord visit, List<FoldedRecord> others) {
    boolean planned = visit.fields().is(Inspected.PLANNED);
    boolean onPlan = plan.contains(visit.date().getYear(), visit.fields().text(RecordFields.SITE));
    if (others.isEmpty() && (planned || !onPlan)) {
      return visit;
    }
    Long inspectors = visit.fields().find(Inspected.INSPECTORS).orElse(null);
    List<String> entryIds = new ArrayList<>(visit.entryIds());
    Set<Mark> marks = new LinkedHashSet<>(visit.marks());
    for (FoldedRecord other : others) {
      Long more = other.fields().find(Inspected.INSPECTORS).orElse(null);
      inspectors =
          inspectors == null ? more : more == null ? inspectors : (Long) (inspectors + more);
      planned |= other.fields().is(Inspected.PLANNED);
      entryIds.addAll(other.entryIds());
      marks.addAll(other.marks());
    }
    Fields.Builder fields = visit.fields().toBuilder().set(Inspected.PLANNED, planned || onPlan);
    if (inspectors != null) {
      fields.set(Inspected.INSPECTORS, inspectors.longValue());
    }
    return new FoldedRecord(
        visit.type(), visit.subject(), visit.date(), fields.build(), entryIds, marks);
  }

  /**
   * Visits to one site on one day by different people, which may be one visit logged twice.
   *
   * @param visits by date
   * @param authors who opened each record, by subject
   */
  public static List<List<FoldedRecord>> suspectedDoubles(
      Collection<FoldedRecord> visits, Map<String, String> authors) {
    List<List<FoldedRecord>> suspects = new ArrayList<>();
    Map<String, FoldedRecord> firstOfDay = new HashMap<>();
    Map<String, List<FoldedRecord>> doublesOfDay = new LinkedHashMap<>();
    LocalDate day = LocalDate.MIN;
    for (FoldedRecord visit : visits) {
      if (!visit.date().equals(day)) {
        suspects.addAll(doublesOfDay.values());
        doublesOfDay.clear();
        firstOfDay.clear();
        day = visit.date();
      }
      String site = visit.fields().text(RecordFields.SITE);
      FoldedRecord earlier = site.isEmpty() ? null : firstOfDay.putIfAbsent(site, visit);
      if (earlier != null) {
        doublesOfDay.computeIfAbsent(site, k -> new ArrayList<>(List.of(earlier))).add(visit);
      }
    }
    suspects.addAll(doublesOfDay.values());
    suspects.removeIf(
        group -> group.stream().map(visit -> authors.get(visit.subject())).distinct().count() < 2);
    suspects.sort(
        Comparator.comparing((List<FoldedRecord> group) -> group.get(0).date())
            .thenComparing(group -> group.get(0).subject()));
    return suspects;
  }
}
