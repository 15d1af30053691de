package cn.anxun.app.feature.inspection;

import cn.anxun.core.checklist.Checklist;
import cn.anxun.core.checklist.ChecklistAnswers;
import cn.anxun.core.checklist.ChecklistAnswers.Answered;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a finished visit puts into the ledger: its site where it is new, itself, its hazards. */
final class VisitRecords {
  /** A record to be made, in this order. */
  record Opened(Kind kind, String subject, Fields fields, List<Attachment> attachments) {}

  private final VisitDraft visit;
  private final Checklist checklist;
  private final Optional<Json> point;

  /**
   * The records of this visit.
   *
   * @param point where the phone is, WGS-84, where it knows
   */
  VisitRecords(VisitDraft visit, Checklist checklist, Optional<Json> point) {
    this.visit = visit;
    this.checklist = checklist;
    this.point = point;
  }

  List<Opened> list() {
    List<Opened> records = new ArrayList<>();
    if (visit.site().isNew()) {
      records.add(new Opened(SiteRegistered.KIND, visit.site().subject(), siteFields(), List.of()));
    }
    records.add(new Opened(Inspected.KIND, visit.id(), inspectionFields(), List.of()));
    for (HazardDraft hazard : visit.hazards()) {
      records.add(
          new Opened(HazardFound.KIND, hazard.id(), hazardFields(hazard), hazard.attachments()));
    }
    return records;
  }

  /** The result that follows from what was found, where nobody chose another. */
  static String result(VisitDraft visit) {
    String chosen = visit.fields().text(Inspected.RESULT);
    if (!chosen.isEmpty()) {
      return chosen;
    }
    if (visit.hazards().isEmpty()) {
      return "未发现问题";
    }
    for (HazardDraft hazard : visit.hazards()) {
      if (!hazard.isFixedOnTheSpot()) {
        return visit.round().isAdministrative() ? "责令限期整改" : "发现隐患";
      }
    }
    return "当场改正";
  }

  private Fields siteFields() {
    VisitSite site = visit.site();
    Fields.Builder fields = Fields.builder().set(SiteRegistered.NAME, site.name());
    put(fields, SiteRegistered.CREDIT_CODE, site.creditCode());
    put(fields, SiteRegistered.ADDRESS, site.address());
    put(fields, RecordFields.SITE_KIND, site.kind());
    put(fields, RecordFields.INDUSTRY, site.industry());
    put(fields, RecordFields.DIVISION, site.division());
    point.ifPresent(json -> fields.set(RecordFields.POINT, json));
    return fields.build();
  }

  private Fields inspectionFields() {
    Round round = visit.round();
    Fields.Builder fields = visit.fields().toBuilder();
    fields.set(Inspected.CHECK, round.check());
    fields.set(Inspected.AUTHORITY, round.authority());
    if (visit.site().planned()) {
      fields.set(Inspected.PLANNED, true);
    }
    fields.set(Inspected.INSPECTORS, 1L + round.partners().size());
    if (!round.partners().isEmpty()) {
      fields.set(Inspected.INSPECTOR_NAMES, round.partners());
    }
    fields.set(Inspected.RESULT, result(visit));
    if (!visit.answers().isEmpty()) {
      fields.set(Inspected.CHECKLIST, answers().write());
    }
    snapshot(fields);
    point.ifPresent(json -> fields.set(RecordFields.POINT, json));
    return fields.build();
  }

  private Fields hazardFields(HazardDraft hazard) {
    Fields.Builder fields = Fields.builder();
    hazard
        .fields()
        .values()
        .forEach(
            (name, value) -> {
              boolean blank = value instanceof Json.Text text && text.value().trim().isEmpty();
              if (!blank && !name.equals(HazardFound.FUNDS_YUAN.name())) {
                fields.raw(name, value);
              }
            });
    VisitCheck.amount(VisitCheck.typed(hazard, HazardFound.FUNDS_YUAN))
        .ifPresent(funds -> fields.set(HazardFound.FUNDS_YUAN, funds));
    fields.set(HazardFound.INSPECTION, visit.id());
    fields.set(HazardFound.SOURCE, "政府检查");
    snapshot(fields);
    point.ifPresent(json -> fields.set(RecordFields.POINT, json));
    return fields.build();
  }

  private void snapshot(Fields.Builder fields) {
    VisitSite site = visit.site();
    fields.set(RecordFields.SITE, site.subject());
    put(fields, RecordFields.SITE_KIND, site.kind());
    put(fields, RecordFields.INDUSTRY, site.industry());
    put(fields, RecordFields.DIVISION, site.division());
    if (!visit.round().campaigns().isEmpty()) {
      fields.set(RecordFields.CAMPAIGN, visit.round().campaigns());
    }
  }

  private ChecklistAnswers answers() {
    List<Answered> answers = new ArrayList<>();
    for (Checklist.Item item : checklist.items()) {
      ChecklistAnswers.Answer answer = visit.answers().get(item.key());
      if (answer != null) {
        answers.add(new Answered(item.key(), item.text(), answer, hazards(item.key())));
      }
    }
    for (Map.Entry<String, ChecklistAnswers.Answer> answer : visit.answers().entrySet()) {
      if (!checklist.find(answer.getKey()).isPresent()) {
        answers.add(new Answered(answer.getKey(), "", answer.getValue(), hazards(answer.getKey())));
      }
    }
    return new ChecklistAnswers(visit.checklist(), answers);
  }

  private List<String> hazards(String item) {
    List<String> subjects = new ArrayList<>();
    for (HazardDraft hazard : visit.listOf(item)) {
      subjects.add(hazard.id());
    }
    return subjects;
  }

  private static void put(Fields.Builder fields, Field<String> field, String value) {
    if (!value.trim().isEmpty()) {
      fields.set(field, value.trim());
    }
  }
}
