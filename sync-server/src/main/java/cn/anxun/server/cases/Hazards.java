package cn.anxun.server.cases;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Listed;
import cn.anxun.core.entry.MajorConfirmed;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Turns groups of hazards into their chains of records: found, confirmed as 重大, listed, rectified,
 * reviewed. The state follows from the chain and is never set.
 */
final class Hazards {
  private static final String MAJOR = "重大";
  private static final int DEADLINE_DAYS = 30;

  private final FieldWork work;

  Hazards(FieldWork work) {
    this.work = work;
  }

  void add(CaseFile.Group group) {
    for (int i = 0; i < group.count(); i++) {
      addOne(group);
    }
  }

  private void addOne(CaseFile.Group group) {
    LocalDate found = work.year().any();
    String division = work.places().community();
    Subject site = work.site(found);
    Subject hazard =
        work.openAt(site, HazardFound.KIND, found, foundFields(group, division, found));
    LocalDate day = found;
    if (group.label("level").filter(MAJOR::equals).isPresent()) {
      day = confirm(hazard, day);
    }
    if (group.is("listed")) {
      day = list(hazard, day);
    }
    String state = group.label("state").orElse("open");
    if (!group.is("fixed_on_the_spot") && !state.equals("open")) {
      day = rectify(hazard, day);
      if (state.equals("closed")) {
        review(hazard, day);
      }
    }
    work.attribute(hazard, found, group);
  }

  private Fields foundFields(CaseFile.Group group, String division, LocalDate found) {
    Fields.Builder fields =
        FieldWork.stated(
            group,
            "level",
            "industry",
            "source",
            "category",
            "campaign",
            "fixed_on_the_spot",
            "major_fire");
    fields.set(HazardFound.DESCRIPTION, work.madeUp().any("hazards"));
    fields.set(RecordFields.DIVISION, division);
    LocalDate deadline = work.year().later(found, DEADLINE_DAYS);
    if (!group.is("fixed_on_the_spot") || group.is("five_measures")) {
      fields.set(HazardFound.DEADLINE, deadline);
    }
    if (group.is("five_measures")) {
      fields
          .set(HazardFound.RESPONSIBILITY, work.madeUp().person() + "负责")
          .set(HazardFound.MEASURES, "限期治理，治理期间专人看护")
          .set(HazardFound.FUNDS_YUAN, BigDecimal.valueOf(500L * (1 + work.random().nextInt(40))))
          .set(HazardFound.CONTINGENCY_PLAN, "治理期间加强巡查，备足应急物资，出现险情立即撤人");
    }
    return fields.build();
  }

  private LocalDate confirm(Subject hazard, LocalDate day) {
    LocalDate date = work.year().soonAfter(day, 3);
    Fields fields =
        Fields.builder()
            .set(MajorConfirmed.CONFIRMED, true)
            .set(MajorConfirmed.CRITERION, "重大事故隐患判定标准第" + (1 + work.random().nextInt(12)) + "条")
            .build();
    work.then(hazard, MajorConfirmed.KIND, date, Step.Worker.SUPERVISOR, fields);
    return date;
  }

  private LocalDate list(Subject hazard, LocalDate day) {
    LocalDate date = work.year().soonAfter(day, 5);
    Fields fields =
        Fields.builder().set(Listed.AUTHORITY, "区人民政府").set(Listed.AUTHORITY_LEVEL, "区").build();
    work.then(hazard, Listed.KIND, date, Step.Worker.OFFICE, fields);
    return date;
  }

  private LocalDate rectify(Subject hazard, LocalDate day) {
    LocalDate date = work.year().soonAfter(day, 20);
    Fields fields =
        Fields.builder().set(Rectified.MEASURES_TAKEN, work.madeUp().any("measures")).build();
    work.then(hazard, Rectified.KIND, date, Step.Worker.FIELD, fields);
    return date;
  }

  private void review(Subject hazard, LocalDate day) {
    Fields fields =
        Fields.builder()
            .set(Reviewed.PASSED, true)
            .set(Reviewed.OPINION, work.madeUp().any("opinions"))
            .build();
    work.then(hazard, Reviewed.KIND, work.year().soonAfter(day, 10), Step.Worker.FIELD, fields);
  }
}
