package cn.anxun.core.state;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.GridsRevised;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.RecordTypes;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.inspection.Grids;
import cn.anxun.core.inspection.PlannedSites;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of what a bureau set out to visit, so that completion and coverage have a whole.
 * Each is dated 1 January of its year and has {@code visited}, and {@code visited_on} for the first
 * visit of that year.
 *
 * <ul>
 *   <li>{@code planned_site}: one for each site on the inspection plan of a year; its subject is
 *       the site, which may be merged. 巡查走访 and 指导服务 do not fulfil the plan, since they are no
 *       行政检查.
 *   <li>{@code grid}: one for each grid and year in which there was an inspection, and the
 *       cut-off's; its subject is {@code grid/<code>}. A visit is in the grid whose code begins the
 *       division of the visit, or of its site where that says more.
 * </ul>
 */
final class Coverage {
  private static final Set<String> NO_ADMINISTRATIVE_INSPECTION = Set.of("巡查走访", "指导服务");
  private static final List<Field<String>> OF_THE_SITE =
      List.of(
          RecordFields.DIVISION, RecordFields.INDUSTRY, RecordFields.SITE_KIND, RecordFields.UNIT);

  private final LedgerState state;
  private final int lastYear;
  private final Map<String, FoldedRecord> sites = new HashMap<>();

  Coverage(LedgerState state) {
    this.state = state;
    this.lastYear = state.cutoff().date().getYear();
    for (FoldedRecord site : state.list(SiteRegistered.KIND.recordType())) {
      sites.put(site.subject(), site);
    }
  }

  /** The state with these records. */
  LedgerState added(PlannedSites plan) {
    Map<String, List<FoldedRecord>> records = new LinkedHashMap<>(state.records());
    replace(records, RecordTypes.PLANNED_SITE, plannedSites(plan));
    replace(records, RecordTypes.GRID, grids());
    return new LedgerState(
        state.cutoff(), records, state.documents(), state.sites(), state.notices(), state.marks());
  }

  private static void replace(
      Map<String, List<FoldedRecord>> records, String type, List<FoldedRecord> made) {
    records.remove(type);
    if (!made.isEmpty()) {
      records.put(type, Folding.byDate(made));
    }
  }

  private List<FoldedRecord> inspections() {
    return state.list(Inspected.KIND.recordType());
  }

  private List<FoldedRecord> plannedSites(PlannedSites plan) {
    List<FoldedRecord> records = new ArrayList<>();
    if (plan.years().isEmpty()) {
      return records;
    }
    Map<String, FoldedRecord> firstVisits = new HashMap<>();
    for (FoldedRecord visit : inspections()) {
      if (!NO_ADMINISTRATIVE_INSPECTION.contains(visit.fields().text(Inspected.AUTHORITY))) {
        String site = visit.fields().text(RecordFields.SITE);
        firstVisits.putIfAbsent(visit.date().getYear() + " " + site, visit);
      }
    }
    for (int year : plan.years()) {
      if (year <= lastYear) {
        List<String> revisions = entryIds(Documents.inspectionPlan(year));
        for (String site : plan.list(year)) {
          Fields.Builder fields = Fields.builder().set(RecordFields.SITE, site);
          copyFromSite(site, fields);
          FoldedRecord visit = firstVisits.get(year + " " + site);
          records.add(record(RecordTypes.PLANNED_SITE, site, year, fields, revisions, visit));
        }
      }
    }
    return records;
  }

  private void copyFromSite(String subject, Fields.Builder fields) {
    FoldedRecord site = sites.get(subject);
    if (site != null) {
      for (Field<String> field : OF_THE_SITE) {
        fields.raw(field.name(), site.value(field.name()));
      }
    }
  }

  private List<FoldedRecord> grids() {
    Map<String, Grids.Grid> grids = new LinkedHashMap<>();
    for (DocumentRevision part : state.documentParts(Documents.GRIDS)) {
      Json document = part.fields().raw(GridsRevised.DOCUMENT.name());
      if (document != null) {
        Grids.list(document).forEach(grid -> grids.putIfAbsent(grid.code(), grid));
      }
    }
    List<FoldedRecord> records = new ArrayList<>();
    if (grids.isEmpty()) {
      return records;
    }
    Map<String, FoldedRecord> firstVisits = new HashMap<>();
    int firstYear = lastYear;
    for (FoldedRecord visit : inspections()) {
      int year = visit.date().getYear();
      firstYear = Math.min(firstYear, year);
      String grid = grid(visit, grids.keySet());
      firstVisits.putIfAbsent(year + " " + grid, visit);
    }
    List<String> revisions = entryIds(Documents.GRIDS);
    for (int year = firstYear; year <= lastYear; year++) {
      for (Grids.Grid grid : grids.values()) {
        Fields.Builder fields =
            Fields.builder()
                .set(RecordFields.DIVISION, grid.code())
                .raw("name", Json.of(grid.name()));
        FoldedRecord visit = firstVisits.get(year + " " + grid.code());
        records.add(
            record(RecordTypes.GRID, "grid/" + grid.code(), year, fields, revisions, visit));
      }
    }
    return records;
  }

  /** The grid of a visit, or "". */
  private String grid(FoldedRecord visit, Set<String> grids) {
    FoldedRecord site = sites.get(visit.fields().text(RecordFields.SITE));
    String own = visit.fields().text(RecordFields.DIVISION);
    String ofSite = site == null ? "" : site.fields().text(RecordFields.DIVISION);
    String division = ofSite.startsWith(own) ? ofSite : own;
    for (int length = division.length(); length > 0; length--) {
      String code = division.substring(0, length);
      if (grids.contains(code)) {
        return code;
      }
    }
    return "";
  }

  private List<String> entryIds(String document) {
    List<String> ids = new ArrayList<>();
    state.documentParts(document).forEach(part -> ids.add(part.entryId()));
    return ids;
  }

  private static FoldedRecord record(
      String type,
      String subject,
      int year,
      Fields.Builder fields,
      List<String> revisions,
      @Nullable FoldedRecord visit) {
    LocalDate date = LocalDate.of(year, 1, 1);
    List<String> entryIds = new ArrayList<>(revisions);
    fields.raw("month", Json.of(year + "-01")).raw("visited", Json.of(visit != null));
    if (visit != null) {
      entryIds.addAll(visit.entryIds());
      fields.raw("visited_on", Json.of(visit.date().toString()));
    }
    return new FoldedRecord(type, subject, date, fields.build(), entryIds, Set.of());
  }
}
