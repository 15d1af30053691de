package cn.anxun.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.EnforcementTaken;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.InspectionPlanRevised;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.VisitJoined;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.TestLedger;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.state.Notice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitsTest {
  private final TestLedger ledger = new TestLedger();

  private LedgerState state() {
    return new LedgerFold().fold(ledger.store(), Cutoff.latest(LocalDate.of(2023, 12, 31)));
  }

  private List<Json> values(String type, String field) {
    return state().list(type).stream().map(record -> record.value(field)).toList();
  }

  private String visit(Object... fields) {
    return ledger.open(Inspected.KIND, "2023-03-01", fields);
  }

  private String join(String visit, String into) {
    return ledger.add(VisitJoined.KIND, visit, "2023-06-01", "into", into);
  }

  @Test
  void join_whenTwoOfficersLoggedOneVisit_countsItOnceWithBothParties() {
    String one = visit("inspectors", 2, "planned", true);
    String other = visit("inspectors", 3);
    ledger.open(HazardFound.KIND, "2023-03-01", "inspection", one);
    ledger.open(EnforcementTaken.KIND, "2023-03-01", "inspection", one);
    String joined = join(one, other);

    FoldedRecord standing = state().list("inspection").get(0);
    assertThat(state().list("inspection")).hasSize(1);
    assertThat(standing.subject()).isEqualTo(other);
    assertThat(standing.value("inspectors")).isEqualTo(Json.of(5));
    assertThat(standing.value("planned")).isEqualTo(Json.TRUE);
    assertThat(standing.entryIds()).containsExactly(other, one, joined);
    assertThat(values("hazard", "inspection")).containsExactly(Json.of(other));
    assertThat(values("enforcement", "inspection")).containsExactly(Json.of(other));

    ledger.voids(one, joined);
    assertThat(values("inspection", "inspectors")).containsExactly(Json.of(2), Json.of(3));
    assertThat(values("hazard", "inspection")).containsExactly(Json.of(one));
  }

  @Test
  void join_whenTheJoinedVisitIsMarked_marksTheOneThatStands() {
    String one = visit("inspectors", 2);
    String other = visit("inspectors", 3);
    join(one, other);
    ledger.correctsAfter(one, one, one, "result", "合格");
    ledger.correctsAfter(one, one, one, "result", "不合格");

    assertThat(state().list("inspection").get(0).marks()).containsExactly(Mark.CONFLICT);
  }

  @Test
  void join_whenInspectorsAreUnset_staysUnset() {
    join(visit(), visit());

    assertThat(values("inspection", "inspectors")).containsOnlyNulls().hasSize(1);
  }

  @Test
  void join_whenChainedAndSomeUnset_addsThoseThatAreSet() {
    String a = visit("inspectors", 2);
    String b = visit();
    String c = visit("inspectors", 4);
    join(a, b);
    join(b, c);

    assertThat(values("inspection", "inspectors")).containsExactly(Json.of(6));
  }

  @Test
  void join_whenTheOtherIsVoided_standsForItself() {
    String one = visit("inspectors", 2);
    String other = visit("inspectors", 3);
    join(one, other);
    ledger.voids(other, other);

    assertThat(values("inspection", "inspectors")).containsExactly(Json.of(2));
  }

  @Test
  void planned_whenTheSiteStandsOnThePlanOfTheYear_isTrue() {
    String site = ledger.open(SiteRegistered.KIND, "2023-01-01", "name", "甲");
    String doubled = ledger.open(SiteRegistered.KIND, "2023-01-01", "name", "乙");
    String second = ledger.open(SiteRegistered.KIND, "2023-01-01", "name", "丙");
    visit("site", doubled);
    visit("site", second);
    visit("site", TestLedger.id(5));
    visit("planned", true);
    visit();
    ledger.open(Inspected.KIND, "2022-12-31", "site", site);
    assertThat(values("inspection", "planned"))
        .containsExactly(Json.FALSE, Json.FALSE, Json.FALSE, Json.FALSE, Json.TRUE, Json.FALSE);

    ledger.by("wu", Role.OFFICE);
    plan(Documents.inspectionPlan(2023), 2023, site);
    plan(Documents.inspectionPlan(2023) + "/2", 2023, second);
    plan(Documents.inspectionPlan(2024), 2023, TestLedger.id(5));
    ledger.add(SiteMerged.KIND, doubled, "2023-06-01", "into", site);

    assertThat(values("inspection", "planned"))
        .containsExactly(Json.FALSE, Json.TRUE, Json.TRUE, Json.FALSE, Json.TRUE, Json.FALSE);
  }

  private void plan(String subject, int year, String site) {
    ledger.add(
        InspectionPlanRevised.KIND,
        subject,
        "2023-01-05",
        "year",
        year,
        "document",
        Json.members().put("sites", Json.texts(List.of(site))).build());
  }

  @Test
  void suspects_whenDifferentPeopleVisitOneSiteOnOneDay_areShown() {
    String site = TestLedger.id(1);
    String one = visit("site", site);
    visit("site", site);
    assertThat(state().notices()).isEmpty();

    ledger.by("sun", Role.INSPECTOR);
    ledger.open(Inspected.KIND, "2023-03-02", "site", site);
    visit();
    assertThat(state().notices()).isEmpty();

    String other = visit("site", site);
    assertThat(state().notices())
        .extracting(Notice::type, Notice::subject)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Notice.Type.SUSPECTED_DOUBLE, one));
    assertThat(state().notices().get(0).entryIds()).hasSize(3).contains(other);
  }
}
