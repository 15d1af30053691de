package cn.anxun.core.state;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.InspectionPlanRevised;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.inspection.PlannedSites;
import cn.anxun.core.inspection.Visits;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.ledger.Standing;
import cn.anxun.core.paper.PaperReducer;
import cn.anxun.core.paper.PaperSuspects;
import cn.anxun.core.paper.VisitPapers;
import cn.anxun.core.site.Sites;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Joins what each subject amounts to by itself: merged sites, visits, papers, plans. */
final class Folding {
  private static final String SITE = SiteRegistered.KIND.recordType();
  private static final String INSPECTION = Inspected.KIND.recordType();
  private static final String PAPER = PaperIssued.KIND.recordType();
  private static final Comparator<FoldedRecord> BY_SUBJECT =
      Comparator.comparing(FoldedRecord::subject);

  private final Cutoff cutoff;
  private final Map<String, List<FoldedRecord>> records = new TreeMap<>();
  private final Map<String, String> authors = new HashMap<>();
  private final Map<String, DocumentRevision> documents = new TreeMap<>();
  private final Map<String, String> mergedSites = new LinkedHashMap<>();
  private final Map<String, String> joinedVisits = new LinkedHashMap<>();
  private final List<Notice> notices = new ArrayList<>();
  private final Set<Mark> marks = EnumSet.noneOf(Mark.class);

  /**
   * Joins them.
   *
   * @param subjects by their ids, in the order in which they first came
   */
  Folding(Cutoff cutoff, Map<String, FoldedSubject> subjects) {
    this.cutoff = cutoff;
    subjects.forEach(this::take);
  }

  private void take(String subject, FoldedSubject folded) {
    FoldedRecord record = folded.record();
    if (record != null) {
      records.computeIfAbsent(record.type(), type -> new ArrayList<>()).add(record);
      if (record.type().equals(INSPECTION)) {
        authors.put(subject, folded.author());
      }
    }
    if (folded.document() != null) {
      documents.put(subject, folded.document());
    }
    if (folded.mergedInto() != null) {
      mergedSites.put(subject, folded.mergedInto());
    }
    if (folded.joinedInto() != null) {
      joinedVisits.put(subject, folded.joinedInto());
    }
    notices.addAll(folded.notices());
    if (folded.needsUpgrade()) {
      marks.add(Mark.UPGRADE_NEEDED);
    }
  }

  LedgerState state() {
    Standing sites = Standing.of(mergedSites, list(SITE));
    Standing visits = Standing.of(joinedVisits, list(INSPECTION));
    PlannedSites plan = plannedSites(sites);
    VisitPapers ofVisits = visitPapers(visits);
    Map<String, List<FoldedRecord>> counted = new LinkedHashMap<>();
    records.forEach(
        (type, list) -> {
          List<FoldedRecord> resolved = new ArrayList<>(list.size());
          for (FoldedRecord record : list) {
            if (!type.equals(SITE) || sites.stands(record)) {
              resolved.add(resolved(record, sites, visits));
            }
          }
          if (type.equals(INSPECTION)) {
            resolved = new Visits(visits, plan).counted(resolved);
            resolved.replaceAll(ofVisits::told);
          }
          counted.put(type, byDate(resolved));
        });
    suspect(Sites.suspectedDoubles(counted.getOrDefault(SITE, List.of())));
    suspect(Visits.suspectedDoubles(counted.getOrDefault(INSPECTION, List.of()), authors));
    List<FoldedRecord> papers = counted.getOrDefault(PAPER, List.of());
    suspect(PaperReducer.listSharingNumbers(papers));
    suspectPapers(papers, counted.getOrDefault(INSPECTION, List.of()));
    LedgerState state = new LedgerState(cutoff, counted, documents, sites.others(), notices, marks);
    return new Coverage(state).added(plan);
  }

  /** By date and subject, day by day: to compare each with each would wait for the memory. */
  static List<FoldedRecord> byDate(List<FoldedRecord> records) {
    Map<LocalDate, List<FoldedRecord>> days = new TreeMap<>();
    for (FoldedRecord record : records) {
      days.computeIfAbsent(record.date(), day -> new ArrayList<>()).add(record);
    }
    new ArrayList<>(days.values()).parallelStream().forEach(day -> day.sort(BY_SUBJECT));
    List<FoldedRecord> sorted = new ArrayList<>(records.size());
    days.values().forEach(sorted::addAll);
    return sorted;
  }

  private void suspectPapers(List<FoldedRecord> papers, List<FoldedRecord> visits) {
    for (FoldedRecord paper : PaperSuspects.listNotAllowed(papers, visits)) {
      List<String> issued = List.of(paper.entryIds().get(0));
      notices.add(new Notice(Notice.Type.PAPER_NOT_ALLOWED, paper.subject(), issued, ""));
    }
    for (List<FoldedRecord> group : PaperSuspects.listIssuedTwice(papers)) {
      List<String> openings = new ArrayList<>();
      group.forEach(paper -> openings.add(paper.entryIds().get(0)));
      for (FoldedRecord paper : group) {
        notices.add(new Notice(Notice.Type.PAPER_ISSUED_TWICE, paper.subject(), openings, ""));
      }
    }
  }

  private VisitPapers visitPapers(Standing visits) {
    List<FoldedRecord> papers = new ArrayList<>();
    for (FoldedRecord paper : list(PAPER)) {
      papers.add(resolved(paper, PaperIssued.INSPECTION.name(), visits));
    }
    return VisitPapers.of(papers);
  }

  private List<FoldedRecord> list(String type) {
    return records.getOrDefault(type, List.of());
  }

  private static FoldedRecord resolved(FoldedRecord record, Standing sites, Standing visits) {
    FoldedRecord atSite = resolved(record, RecordFields.SITE.name(), sites);
    return resolved(atSite, HazardFound.INSPECTION.name(), visits);
  }

  private static FoldedRecord resolved(FoldedRecord record, String field, Standing standing) {
    if (!standing.isEmpty() && record.value(field) instanceof Json.Text reference) {
      String stands = standing.of(reference.value());
      return stands.equals(reference.value()) ? record : record.with(field, Json.of(stands));
    }
    return record;
  }

  private PlannedSites plannedSites(Standing sites) {
    PlannedSites planned = new PlannedSites();
    documents.forEach(
        (subject, revision) ->
            revision
                .fields()
                .find(InspectionPlanRevised.YEAR)
                .filter(year -> isPlan(subject, Documents.inspectionPlan(year.intValue())))
                .ifPresent(year -> planned.add(year.intValue(), revision.fields(), sites)));
    return planned;
  }

  private static boolean isPlan(String subject, String plan) {
    return subject.equals(plan) || subject.startsWith(plan + '/');
  }

  private void suspect(Collection<List<FoldedRecord>> groups) {
    for (List<FoldedRecord> group : groups) {
      List<String> openings = new ArrayList<>();
      for (FoldedRecord record : group) {
        openings.add(record.entryIds().get(0));
      }
      notices.add(new Notice(Notice.Type.SUSPECTED_DOUBLE, group.get(0).subject(), openings, ""));
    }
  }
}
