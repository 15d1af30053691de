package cn.anxun.server.cases;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Turns groups of inspections into visits: each site at least once, the rest where chance has it.
 */
final class Inspections {
  private static final int FIRST_DAYS = 8;

  private final FieldWork work;
  private final int doubledPerThousand;
  private final List<Subject> planned = new ArrayList<>();

  /**
   * Inspections of a year.
   *
   * @param doubledPerThousand how many of a thousand sites somebody registers a second time, to be
   *     found and merged before the year ends
   */
  Inspections(FieldWork work, int doubledPerThousand) {
    this.work = work;
    this.doubledPerThousand = doubledPerThousand;
  }

  /** The sites of the yearly plan, of all groups so far. */
  List<Subject> planned() {
    return planned;
  }

  void add(CaseFile.Group group) {
    int sites = group.distinctSites();
    int[] visits = new int[sites];
    for (int i = 0; i < group.count(); i++) {
      visits[i < sites ? i : work.random().nextInt(sites)]++;
    }
    Iterator<BigDecimal> inspectors = inspectors(group);
    for (int site = 0; site < sites; site++) {
      visit(group, site < group.plannedSites(), visits[site], inspectors);
    }
  }

  private Iterator<BigDecimal> inspectors(CaseFile.Group group) {
    return group
        .number("inspectors")
        .map(total -> Spread.over(total, group.count(), 0, work.random()))
        .orElse(List.of())
        .iterator();
  }

  private void visit(
      CaseFile.Group group, boolean onPlan, int visits, Iterator<BigDecimal> inspectors) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      days.add(work.year().any());
    }
    Collections.sort(days);
    LocalDate registered =
        onPlan ? work.year().ofPreparation(1 + work.random().nextInt(FIRST_DAYS)) : days.get(0);
    String name = work.madeUp().site();
    String division = work.places().community();
    Subject site = register(name, division, registered);
    if (onPlan) {
      planned.add(site);
    }
    boolean doubled = work.random().nextInt(1_000) < doubledPerThousand;
    Subject other = doubled ? register(name, division, days.get(0)) : site;
    for (int i = 0; i < visits; i++) {
      // Where a site stands twice, every other visit is logged under the double.
      Subject at = i % 2 == 0 ? other : site;
      Fields fields = fields(group, division, inspectors);
      LocalDate day = days.get(i);
      work.attribute(work.openAt(at, Inspected.KIND, day, fields), day, group);
    }
    if (doubled) {
      merge(other, site, days.get(visits - 1));
    }
  }

  private Subject register(String name, String division, LocalDate date) {
    return work.open(SiteRegistered.KIND, date, work.siteNamed(name, division));
  }

  private Fields fields(CaseFile.Group group, String division, Iterator<BigDecimal> inspectors) {
    Fields.Builder fields =
        FieldWork.stated(
            group, "check", "planned", "record_issued", "industry", "site_kind", "campaign");
    if (inspectors.hasNext()) {
      fields.set(Inspected.INSPECTORS, inspectors.next().longValueExact());
    }
    return fields.set(RecordFields.DIVISION, division).build();
  }

  private void merge(Subject other, Subject site, LocalDate lastVisit) {
    work.add(
        new Step(
            other,
            SiteMerged.KIND,
            work.year().soonAfter(lastVisit, 20),
            Step.Worker.SUPERVISOR,
            List.of(site),
            ids ->
                Fields.builder()
                    .set(SiteMerged.INTO, ids.id(site))
                    .set(SiteMerged.REASON, "同一场所重复登记")
                    .build()));
  }
}
