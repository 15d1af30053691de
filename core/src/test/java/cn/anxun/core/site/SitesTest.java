package cn.anxun.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.TestLedger;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.state.Notice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SitesTest {
  private final TestLedger ledger = new TestLedger().by("zhao", Role.SUPERVISOR);

  private LedgerState state() {
    return state("2023-12-31");
  }

  private LedgerState state(String day) {
    return new LedgerFold().fold(ledger.store(), Cutoff.latest(LocalDate.parse(day)));
  }

  private String site(String name, Object... more) {
    return siteOn("2023-01-10", name, more);
  }

  private String siteOn(String date, String name, Object... more) {
    Object[] fields = new Object[more.length + 2];
    fields[0] = "name";
    fields[1] = name;
    System.arraycopy(more, 0, fields, 2, more.length);
    return ledger.open(SiteRegistered.KIND, date, fields);
  }

  private String merge(String site, String into) {
    return ledger.add(SiteMerged.KIND, site, "2023-06-01", "into", into);
  }

  private List<String> sites() {
    return state().list("site").stream().map(FoldedRecord::subject).toList();
  }

  private List<Json> sitesOf(String type) {
    return state().list(type).stream().map(record -> record.value("site")).toList();
  }

  @Test
  void merge_whenChained_movesEveryReferenceToTheEnd() {
    String a = site("甲");
    String b = site("乙");
    String c = site("丙");
    ledger.open(Inspected.KIND, "2023-03-01", "site", a);
    ledger.open(Inspected.KIND, "2023-03-02", "site", b);
    ledger.open(HazardFound.KIND, "2023-03-02", "site", a);
    ledger.open(DrillHeld.KIND, "2023-03-02", "site", TestLedger.id(1));
    merge(a, b);
    String second = merge(b, c);

    assertThat(sites()).containsExactly(c);
    assertThat(sitesOf("inspection")).containsExactly(Json.of(c), Json.of(c));
    assertThat(sitesOf("hazard")).containsExactly(Json.of(c));
    assertThat(sitesOf("drill")).containsExactly(Json.of(TestLedger.id(1)));
    assertThat(state().site(a)).isEqualTo(c);
    assertThat(state().sites()).containsOnlyKeys(a, b);

    ledger.voids(b, second);
    assertThat(sites()).containsExactly(b, c);
    assertThat(sitesOf("inspection")).containsExactly(Json.of(b), Json.of(b));
  }

  @Test
  void merge_whenInACircle_standsTheFirstMade() {
    String a = site("甲");
    String b = site("乙");
    String c = site("丙");
    String tail = site("丁");
    merge(c, a);
    merge(a, b);
    merge(b, c);
    merge(tail, b);

    assertThat(sites()).containsExactly(a);
    assertThat(state().site(tail)).isEqualTo(a);
  }

  @Test
  void merge_whenIntoItself_changesNothing() {
    String a = site("甲");
    merge(a, a);

    assertThat(sites()).containsExactly(a);
    assertThat(state().sites()).isEmpty();
  }

  @Test
  void merge_whenRepeated_goesByTheLast() {
    String a = site("甲");
    String b = site("乙");
    String c = site("丙");
    merge(a, b);
    merge(a, c);

    assertThat(state().site(a)).isEqualTo(c);
    assertThat(sites()).containsExactly(b, c);
  }

  @Test
  void merge_whenTheOtherIsRegisteredAfterTheDay_standsForItselfUntilThen() {
    String a = siteOn("2023-02-01", "甲");
    String b = siteOn("2023-01-01", "乙");
    String later = siteOn("2024-01-05", "丙");
    ledger.open(Inspected.KIND, "2023-03-01", "site", a);
    merge(a, later);
    merge(b, later);

    assertThat(sites()).as("the earliest of the two").containsExactly(b);
    assertThat(sitesOf("inspection")).containsExactly(Json.of(b));
    assertThat(state("2024-01-31").list("site"))
        .extracting(FoldedRecord::subject)
        .containsExactly(later);
  }

  @Test
  void merge_whenTheOtherIsNotThere_losesNoSite() {
    String a = site("甲");
    merge(a, TestLedger.id(1));

    assertThat(sites()).containsExactly(a);
  }

  @Test
  void merge_whenOfAnothersSiteByAnInspector_isAProposal() {
    String a = site("甲");
    String b = site("乙");
    ledger.by("sun", Role.INSPECTOR);
    String own = site("丙");
    merge(own, b);
    String proposal = merge(a, b);

    assertThat(sites()).containsExactly(a, b);
    assertThat(state().notices())
        .containsExactly(new Notice(Notice.Type.PROPOSAL, a, List.of(proposal), ""));
  }

  @Test
  void void_whenAsADouble_movesReferencesToTheOther() {
    String a = site("甲");
    String b = site("乙");
    ledger.open(Inspected.KIND, "2023-03-01", "site", a);
    String voided =
        ledger.add(
            Voided.KIND, a, "2023-06-01", "target", a, "reason", "double", "duplicate_of", b);

    assertThat(sites()).containsExactly(b);
    assertThat(sitesOf("inspection")).containsExactly(Json.of(b));

    ledger.voids(a, voided);
    assertThat(sites()).containsExactly(a, b);
    assertThat(sitesOf("inspection")).containsExactly(Json.of(a));
  }

  @Test
  void suspects_whenNameOrCodeAgree_areShownOncePerGroup() {
    String a = site("岳阳市甲（化工）厂", "division", "430602001", "credit_code", "91430600X");
    String b = site("岳阳市甲(化工) 厂", "division", "430602001", "credit_code", "91430600x ");
    String c = site("岳阳市甲化工厂", "division", "430602002");
    String d = site("另一个名字", "division", "430602003", "credit_code", "91430600X");
    String e = site("岳阳市甲化工厂", "division", "430602002");
    site("（）", "division", "430602002");
    site("()", "division", "430602002");

    assertThat(state().notices())
        .containsExactly(
            new Notice(Notice.Type.SUSPECTED_DOUBLE, a, List.of(a, b, d), ""),
            new Notice(Notice.Type.SUSPECTED_DOUBLE, a, List.of(a, b), ""),
            new Notice(Notice.Type.SUSPECTED_DOUBLE, c, List.of(c, e), ""));

    merge(b, a);
    merge(d, a);
    merge(e, c);
    assertThat(state().notices()).isEmpty();
  }
}
