package cn.anxun.server.cases;

import cn.anxun.core.entry.CodeListRevised;
import cn.anxun.core.entry.DivisionsRevised;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.IndicatorsDefined;
import cn.anxun.core.entry.InspectionPlanRevised;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the office enters in a case's year: forms, frozen targets, typed rows, budgets, its own
 * labels, the plan.
 */
final class OfficeDocuments {
  // An entry holds 64 KiB; what is longer goes on in further parts.
  private static final int SITES_OF_AN_ENTRY = 1_400;
  private static final int DIVISIONS_OF_AN_ENTRY = 600;
  private static final int INDICATORS_OF_AN_ENTRY = 80;

  private final FieldWork work;
  private final CaseFile file;

  OfficeDocuments(FieldWork work, CaseFile file) {
    this.work = work;
    this.file = file;
  }

  /** The divisions that the made-up records name. */
  void addDivisions() {
    int part = 1;
    for (List<Json> some : parts(work.places().listed(), DIVISIONS_OF_AN_ENTRY)) {
      Json document = Json.members().put("divisions", Json.items(some)).build();
      add(
          part(Documents.DIVISIONS, part),
          DivisionsRevised.KIND,
          work.year().ofPreparation(2),
          Fields.builder().set(DivisionsRevised.DOCUMENT, document).build());
      part++;
    }
  }

  /** The expected indicators as the bureau's own, without what is expected of them. */
  void addIndicators() {
    List<Json> indicators = new ArrayList<>();
    for (Expected expected : file.expected()) {
      if (indicators.size() < INDICATORS_OF_AN_ENTRY) {
        indicators.add(
            Json.members()
                .put("id", String.format("case.%03d", indicators.size() + 1))
                .put("name", expected.indicator())
                .put("measure", MeasureJson.write(expected.measure()))
                .put("unit", expected.unit())
                .put("direction", "neither")
                .build());
      }
    }
    if (!indicators.isEmpty()) {
      add(
          Documents.INDICATORS,
          IndicatorsDefined.KIND,
          work.year().ofPreparation(4),
          Fields.builder()
              .set(
                  IndicatorsDefined.DOCUMENT,
                  Json.members().put("indicators", Json.items(indicators)).build())
              .build());
    }
  }

  /** Labels that the shipped lists lack join the bureau's own. */
  void addLabels() {
    OwnLabels.revisions(file.groups())
        .forEach(
            (list, revision) ->
                add(
                    Documents.codeList(list),
                    CodeListRevised.KIND,
                    work.year().ofPreparation(3),
                    Fields.builder()
                        .set(CodeListRevised.LIST, list)
                        .set(CodeListRevised.DOCUMENT, revision)
                        .build()));
  }

  /** The yearly plan, once all its sites are known. */
  void addInspectionPlan(List<Subject> sites) {
    int year = work.year().number();
    int part = 1;
    for (List<Subject> some : parts(sites, SITES_OF_AN_ENTRY)) {
      work.add(
          new Step(
              Subject.document(part(Documents.inspectionPlan(year), part)),
              InspectionPlanRevised.KIND,
              work.year().ofPreparation(10),
              Step.Worker.OFFICE,
              some,
              ids ->
                  Fields.builder()
                      .set(InspectionPlanRevised.YEAR, year)
                      .set(InspectionPlanRevised.DOCUMENT, plan(some, ids))
                      .build()));
      part++;
    }
  }

  private static Json plan(List<Subject> sites, Step.SubjectIds ids) {
    return Json.members().put("sites", Json.texts(sites.stream().map(ids::id).toList())).build();
  }

  private static <T> List<List<T>> parts(List<T> all, int size) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      parts.add(List.copyOf(all.subList(from, Math.min(from + size, all.size()))));
    }
    return parts;
  }

  /** The name under which a part of a long document stands. */
  private static String part(String document, int part) {
    return part == 1 ? document : document + '/' + part;
  }

  private void add(String document, Kind kind, LocalDate date, Fields fields) {
    work.add(Step.of(Subject.document(document), kind, date, Step.Worker.OFFICE, fields));
  }
}
