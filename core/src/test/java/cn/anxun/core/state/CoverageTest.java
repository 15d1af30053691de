package cn.anxun.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.GridsRevised;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.InspectionPlanRevised;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.inspection.Grids;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.TestLedger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private final TestLedger ledger = new TestLedger().by("zhang", Role.OFFICE);

  private LedgerState state(String day) {
    return new LedgerFold().fold(ledger.store(), Cutoff.latest(LocalDate.parse(day)));
  }

  private static String printed(LedgerState state, String indicator) {
    return figure(state, indicator).printed();
  }

  private static Figure figure(LedgerState state, String indicator) {
    return FigureEngine.figure(state, Catalogue.standard().get(indicator), Period.year(2023));
  }

  private String site(String division) {
    return ledger.open(
        SiteRegistered.KIND, "2022-01-01", "name", "甲厂", "division", division, "industry", "危化");
  }

  private void plan(String subject, String... sites) {
    Json document = Json.members().put("sites", Json.texts(List.of(sites))).build();
    ledger.add(
        InspectionPlanRevised.KIND, subject, "2023-01-05", "year", 2023, "document", document);
  }

  private static Json json(String text) {
    return JsonText.read(text.replace('\'', '"'));
  }

  @Test
  void plannedSites_areVisitedByAnInspectionOfTheirYear() {
    String visited = site("430602001003");
    String guided = site("430602001003");
    String lastYear = site("430602001003");
    String other = site("430602001003");
    plan(Documents.inspectionPlan(2023), visited, guided);
    plan(Documents.inspectionPlan(2023) + "/2", lastYear);
    ledger.open(Inspected.KIND, "2023-05-02", "site", visited, "authority", "行政检查");
    ledger.open(Inspected.KIND, "2023-04-02", "site", visited);
    ledger.open(Inspected.KIND, "2023-05-02", "site", guided, "authority", "指导服务");
    ledger.open(Inspected.KIND, "2022-05-02", "site", lastYear);
    ledger.open(Inspected.KIND, "2023-05-02", "site", other);
    LedgerState state = state("2023-12-31");
    assertThat(printed(state, "inspection-plan.sites")).isEqualTo("3");
    Figure rate = figure(state, "inspection-plan.rate");
    assertThat(rate.printed()).isEqualTo("33.33");
    assertThat(rate.partIds()).containsExactly(visited);
    assertThat(rate.gapIds()).containsExactlyInAnyOrder(guided, lastYear);
    FoldedRecord record =
        state.list("planned_site").stream()
            .filter(planned -> planned.subject().equals(visited))
            .findFirst()
            .orElseThrow();
    assertThat(record.value("visited_on")).isEqualTo(Json.of("2023-04-02"));
    assertThat(record.value("industry")).isEqualTo(Json.of("危化"));
    assertThat(printed(state("2023-04-01"), "inspection-plan.rate")).isEqualTo("0.00");
  }

  @Test
  void plannedSites_whenTwoAreMerged_countOnceWithTheVisitsOfBoth() {
    String one = site("430602001003");
    String double1 = site("430602001003");
    plan(Documents.inspectionPlan(2023), one, double1);
    ledger.open(Inspected.KIND, "2023-05-02", "site", double1);
    ledger.add(SiteMerged.KIND, double1, "2023-06-01", "into", one);
    LedgerState state = state("2023-12-31");
    assertThat(printed(state, "inspection-plan.sites")).isEqualTo("1");
    assertThat(printed(state, "inspection-plan.rate")).isEqualTo("100.00");
  }

  @Test
  void plannedSites_ofAYearToCome_doNotCountYet() {
    plan(Documents.inspectionPlan(2023), site("430602001003"));
    assertThat(state("2022-12-31").list("planned_site")).isEmpty();
  }

  @Test
  void grids_areVisitedWhereAVisitOrItsSiteLiesInThem() {
    ledger.add(
        GridsRevised.KIND,
        Documents.GRIDS,
        "2023-01-01",
        "document",
        json(
            "{'grids':[{'code':'430602001003001','name':'一'},{'code':'430602001003002','name':'二'}]}"));
    ledger.add(
        GridsRevised.KIND,
        Documents.GRIDS + "/2",
        "2023-01-01",
        "document",
        json("{'grids':[{'code':'430602001004','name':'三'},{'code':'430602001005','name':'四'}]}"));
    ledger.open(Inspected.KIND, "2023-05-02", "division", "430602001003001");
    ledger.open(
        Inspected.KIND, "2023-05-02", "division", "430602001003", "site", site("430602001003002"));
    ledger.open(Inspected.KIND, "2022-05-02", "division", "430602001004017");
    ledger.open(Inspected.KIND, "2023-05-02", "division", "430602");
    LedgerState state = state("2023-12-31");
    assertThat(printed(state, "grid.all")).isEqualTo("4");
    assertThat(figure(state, "grid.visited").partIds())
        .containsExactly("grid/430602001003001", "grid/430602001003002");
    assertThat(printed(state, "grid.coverage")).isEqualTo("50.00");
    assertThat(
            FigureEngine.figure(state, Catalogue.standard().get("grid.coverage"), Period.year(2022))
                .printed())
        .isEqualTo("25.00");
  }

  @Test
  void coverage_whenThereIsNoPlanAndNoGrid_printsASlash() {
    ledger.open(Inspected.KIND, "2023-05-02", "site", "x");
    LedgerState state = state("2023-12-31");
    assertThat(printed(state, "inspection-plan.rate")).isEqualTo("/");
    assertThat(printed(state, "grid.coverage")).isEqualTo("/");
  }

  @Test
  void gridsCheck_saysEverythingThatIsWrong() {
    assertThat(
            Grids.check(
                json(
                    "{'grids':[{'code':'430602001003','name':'一'},{'code':'430602001003','name':'二'},"
                        + "{'code':'43','name':'三'},{'name':'四'}]}")))
        .extracting(problem -> problem.path() + ' ' + problem.code())
        .containsExactly(
            "grids[1].code DUPLICATE", "grids[2].code BAD_NAME", "grids[3].code MISSING");
  }
}
