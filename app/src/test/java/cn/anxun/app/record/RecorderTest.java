package cn.anxun.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.app.SettableClock;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.data.local.RecordQuery;
import cn.anxun.app.data.local.RecordRow;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.local.SiteItem;
import cn.anxun.app.data.local.TestDatabase;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.Extended;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.SpokenNumber;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.OutboxState;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** What is recorded is in the ledger, the outbox and every list at once. */
@RunWith(RobolectricTestRunner.class)
public final class RecorderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final SettableClock clock = new SettableClock();
  private EntryIds ids;
  private AnxunDatabase database;
  private RoomPhoneStore store;
  private Recorder recorder;
  private Records records;
  private Timelines timelines;

  @Before
  public void open() {
    database = TestDatabase.open("recorder.db");
    store = new RoomPhoneStore(database);
    ids = new EntryIds(clock, new Random(5));
    recorder = recorder(TestAuthor.inspector());
    records = new Records(database);
    timelines = new Timelines(store);
  }

  private Recorder recorder(Author author) {
    return new Recorder(store, author, clock, ids);
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void record_whenAVisitWithHazards_isInEveryListWithItsNumber() throws Exception {
    String site = site("兴隆超市", "云梦路12号");
    Recorded saved =
        recorder.record(
            recording -> {
              String visit =
                  recording.open(
                      Inspected.KIND,
                      TODAY,
                      Fields.builder()
                          .set(RecordFields.SITE, site)
                          .set(Inspected.AUTHORITY, "行政检查")
                          .build());
              hazard(recording, site, visit, "灭火器过期", TODAY.plusDays(7));
              hazard(recording, site, visit, "疏散通道堵塞", TODAY.plusDays(3));
            });

    assertThat(saved.items())
        .extracting(Recorded.Item::number)
        .allSatisfy(number -> assertThat(SpokenNumber.parse(number)).isPresent())
        .doesNotHaveDuplicates();
    assertThat(saved.items().get(1).number()).startsWith("26-K3-0003-");
    List<RecordItem> open = records.listUnclosedAt(site);
    assertThat(open).extracting(item -> item.record().title()).containsExactly("疏散通道堵塞", "灭火器过期");
    assertThat(open).extracting(RecordItem::siteName).containsOnly("兴隆超市");
    assertThat(records.listFoundBy(saved.items().get(0).subject())).hasSize(2);
    assertThat(records.findByNumber(saved.items().get(2).number()).orElseThrow().record().subject())
        .isEqualTo(saved.items().get(2).subject());
    assertThat(store.counts().pending()).isEqualTo(4);
    assertThat(records.find(site).orElseThrow().record().unsent()).isEqualTo(1);
  }

  @Test
  public void record_whenRectifiedAndReviewedInOne_followsAndCloses() throws Exception {
    String site = site("兴隆超市", "");
    String hazard = hazard(site, "灭火器过期", TODAY.minusDays(1));
    assertThat(records.listDue(TODAY)).hasSize(1);

    recorder.record(
        recording -> {
          recording.step(Rectified.KIND, hazard, TODAY, Fields.NONE);
          recording.step(
              Reviewed.KIND, hazard, TODAY, Fields.builder().set(Reviewed.PASSED, true).build());
        });

    RecordRow row = records.find(hazard).orElseThrow().record();
    assertThat(row.state()).isEqualTo("closed");
    assertThat(row.closedOn()).isEqualTo(TODAY);
    assertThat(records.listDue(TODAY)).isEmpty();
    Timeline timeline = timelines.timeline(hazard, TODAY);
    assertThat(timeline.steps())
        .extracting(step -> step.source().entry().kind())
        .containsExactly(HazardFound.KIND, Rectified.KIND, Reviewed.KIND);
    assertThat(timeline.steps().get(2).source().entry().header().after())
        .isEqualTo(timeline.steps().get(1).source().id());
    assertThat(timeline.steps())
        .extracting(Timeline.Step::effect)
        .containsOnly(Timeline.Effect.COUNTS);
  }

  @Test
  public void record_whenAStepIsNotOpenAnyMore_showsItWithoutEffect() throws Exception {
    String hazard = hazard(site("店", ""), "灭火器过期", TODAY);
    recorder.record(
        recording ->
            recording.step(
                Reviewed.KIND, hazard, TODAY, Fields.builder().set(Reviewed.PASSED, true).build()));

    recorder.record(
        recording ->
            recording.step(
                Extended.KIND,
                hazard,
                TODAY,
                Fields.builder()
                    .set(Extended.DEADLINE, TODAY.plusDays(9))
                    .set(Extended.REASON, "等配件")
                    .build()));

    assertThat(timelines.timeline(hazard, TODAY).steps().get(2).effect())
        .isEqualTo(Timeline.Effect.WITHOUT_EFFECT);
    assertThat(records.find(hazard).orElseThrow().record().marks()).isEqualTo("WITHOUT_EFFECT");
  }

  @Test
  public void record_whenOneIsNotAcceptable_namesItAndKeepsNothing() {
    assertThatThrownBy(
            () ->
                recorder.record(
                    recording -> {
                      recording.open(SiteRegistered.KIND, TODAY, name("好店"));
                      recording.open(SiteRegistered.KIND, TODAY, Fields.NONE);
                    }))
        .isInstanceOfSatisfying(
            RecordRejectedException.class,
            e -> {
              assertThat(e.place()).isEqualTo(1);
              assertThat(e.problem().field()).isEqualTo("name");
              assertThat(e.problem().code()).isEqualTo(EntryProblem.Code.MISSING);
            });

    assertThat(store.counts().pending()).isZero();
    assertThat(records.searchSites("", 0, 10)).isEmpty();
  }

  @Test
  public void record_whenItWasRejected_theNumberIsGivenToTheNext() throws Exception {
    assertThatThrownBy(
            () ->
                recorder.record(
                    recording -> recording.open(SiteRegistered.KIND, TODAY, Fields.NONE)))
        .isInstanceOf(RecordRejectedException.class);

    Recorded saved =
        recorder.record(recording -> recording.open(SiteRegistered.KIND, TODAY, name("店")));

    assertThat(saved.items().get(0).number()).startsWith("26-K3-0001-");
  }

  @Test
  public void undo_whenNeverSent_isAsIfNeverSaid() throws Exception {
    Recorded saved =
        recorder.record(recording -> recording.open(SiteRegistered.KIND, TODAY, name("店")));

    Undone undone = recorder.undo(saved, "点错了");

    assertThat(undone.withdrawn()).containsExactly(saved.items().get(0).entryId());
    assertThat(undone.voided()).isEmpty();
    assertThat(records.find(saved.items().get(0).subject())).isEmpty();
    assertThat(timelines.timeline(saved.items().get(0).subject(), TODAY).withdrawn()).hasSize(1);
  }

  @Test
  public void undo_whenBegunToBeSent_voidsAndSaysWhich() throws Exception {
    Recorded saved =
        recorder.record(
            recording -> {
              recording.open(SiteRegistered.KIND, TODAY, name("甲"));
              recording.open(SiteRegistered.KIND, TODAY, name("乙"));
            });
    String sent = saved.items().get(0).entryId();
    store.beginAttempt(List.of(sent));

    Undone undone = recorder.undo(saved, "点错了");

    assertThat(undone.voided()).containsExactly(sent);
    assertThat(undone.withdrawn()).containsExactly(saved.items().get(1).entryId());
    assertThat(records.find(sent)).isEmpty();
    Timeline timeline = timelines.timeline(sent, TODAY);
    assertThat(timeline.record()).isEmpty();
    assertThat(timeline.steps().get(0).effect()).isEqualTo(Timeline.Effect.VOIDED);
  }

  @Test
  public void rewrite_whenWithdrawn_isPendingAgainUnderItsNumber() throws Exception {
    Recorded saved =
        recorder.record(recording -> recording.open(SiteRegistered.KIND, TODAY, name("兴龙超市")));
    String id = saved.items().get(0).entryId();
    assertThat(recorder.withdraw(id)).isTrue();

    assertThat(recorder.rewrite(id, TODAY, name("兴隆超市"), List.of())).isTrue();

    RecordRow row = records.find(id).orElseThrow().record();
    assertThat(row.title()).isEqualTo("兴隆超市");
    assertThat(row.number()).isEqualTo(saved.items().get(0).number());
    store.beginAttempt(List.of(id));
    assertThat(recorder.rewrite(id, TODAY, name("别的"), List.of())).isFalse();
  }

  @Test
  public void rewrite_whenTheServerRefused_isMended() throws Exception {
    Recorded saved =
        recorder.record(recording -> recording.open(SiteRegistered.KIND, TODAY, name("店")));
    String id = saved.items().get(0).entryId();
    store.quarantine(id, new EntryProblem(EntryProblem.Code.TOO_LONG, "name", "太长"));

    assertThat(recorder.rewrite(id, TODAY, name("短"), List.of())).isTrue();

    assertThat(store.list(OutboxState.QUARANTINED)).isEmpty();
    assertThat(store.counts().pending()).isEqualTo(1);
  }

  @Test
  public void correct_whenOneMay_changesRecordAndList() throws Exception {
    String site = site("兴龙超市", "");

    recorder.record(
        recording ->
            recording.correct(site, site, TODAY, "name", Json.of("兴龙超市"), Json.of("兴隆超市"), "写错字"));

    assertThat(records.searchSites("兴隆", 0, 10)).hasSize(1);
    assertThat(records.searchSites("兴龙", 0, 10)).isEmpty();
  }

  @Test
  public void searchSites_whenByAnyHandle_findsIt() throws Exception {
    Fields fields =
        Fields.builder()
            .set(SiteRegistered.NAME, "鑫隆KTV（东风店）")
            .set(SiteRegistered.CREDIT_CODE, "91110000101623741K")
            .build();
    Recorded saved =
        recorder.record(recording -> recording.open(SiteRegistered.KIND, TODAY, fields));
    String number = saved.items().get(0).number();
    site("平安酒店", "");

    for (String text :
        List.of("鑫隆", "xlktv", "XLKTV", "ｘｌ", "9111000010162", number, number.replace("-", ""))) {
      assertThat(records.searchSites(text, 0, 10))
          .as(text)
          .extracting(item -> item.record().title())
          .containsExactly("鑫隆KTV（东风店）");
    }
    assertThat(records.searchSites("pajd", 0, 10)).hasSize(1);
    assertThat(records.searchSites("100%", 0, 10)).isEmpty();
  }

  @Test
  public void listSites_whenVisited_putsTheLastVisitedFirst() throws Exception {
    String never = site("甲", "");
    String before = site("乙", "");
    String last = site("丙", "");
    visit(before, TODAY.minusDays(5));
    visit(last, TODAY);
    hazard(last, "灭火器过期", TODAY);

    List<SiteItem> sites = records.listSitesByLastVisit(0, 10);

    assertThat(sites)
        .extracting(item -> item.record().subject())
        .containsExactly(last, before, never);
    assertThat(sites.get(0).lastVisit()).isEqualTo(TODAY);
    assertThat(sites.get(0).unclosed()).isEqualTo(1);
    assertThat(sites.get(2).lastVisit()).isNull();
  }

  @Test
  public void unclosedAt_whenSitesWereMerged_listsThoseOfBoth() throws Exception {
    Recorder supervisor =
        recorder(new TestAuthor("li", "李", Role.SUPERVISOR, "phone-1", "K3", "", "demo", "430602"));
    String kept = site("兴隆超市", "");
    String twin = site("兴隆超市有限公司", "");
    String grand = site("兴隆", "");
    hazard(twin, "灭火器过期", TODAY);
    hazard(grand, "通道堵塞", TODAY.plusDays(1));
    supervisor.record(recording -> recording.step(SiteMerged.KIND, twin, TODAY, into(kept)));
    supervisor.record(recording -> recording.step(SiteMerged.KIND, grand, TODAY, into(twin)));

    assertThat(records.listUnclosedAt(kept)).hasSize(2);
    assertThat(records.searchSites("兴隆", 0, 10))
        .extracting(item -> item.record().subject())
        .containsExactly(kept);
  }

  @Test
  public void query_whenFilteredSortedAndPaged_givesTheRows() throws Exception {
    String site = site("兴隆超市", "");
    for (int i = 0; i < 25; i++) {
      hazard(site, "隐患" + i, TODAY.plusDays(i));
    }
    String other = hazard(site("平安酒店", ""), "通道堵塞", TODAY.plusDays(100));
    recorder.record(recording -> recording.step(Rectified.KIND, other, TODAY, Fields.NONE));

    RecordQuery open =
        RecordQuery.of("hazard")
            .is(RecordQuery.Column.STATE, "open")
            .orderBy(RecordQuery.Order.DEADLINE);
    assertThat(records.count(open)).isEqualTo(25);
    assertThat(records.list(open, 20, 10))
        .extracting(item -> item.record().title())
        .containsExactly("隐患20", "隐患21", "隐患22", "隐患23", "隐患24");
    assertThat(records.list(RecordQuery.of("hazard").search("平安 堵塞"), 0, 10)).hasSize(1);
    assertThat(records.list(RecordQuery.of("hazard").search("平安 灭火器"), 0, 10)).isEmpty();
    RecordQuery due =
        RecordQuery.of("hazard")
            .in(RecordQuery.Column.STATE, List.of("open", "rectified"))
            .until(RecordQuery.Day.DEADLINE, TODAY.plusDays(4))
            .orderBy(RecordQuery.Order.SITE);
    assertThat(records.list(due, 0, 10)).hasSize(5);
  }

  @Test
  public void fold_whenNothingChanged_isFoldedOnce() throws Exception {
    Ledger ledger = new Ledger(store);
    hazard(site("店", ""), "灭火器过期", TODAY);
    Cutoff cutoff = Cutoff.latest(TODAY);

    assertThat(ledger.fold(cutoff)).isSameAs(ledger.fold(cutoff));
    assertThat(ledger.fold(cutoff).list("hazard")).hasSize(1);
    hazard(site("店二", ""), "灭火器过期", TODAY);
    assertThat(ledger.fold(cutoff).list("hazard")).hasSize(2);
  }

  private String site(String name, String address) throws RecordRejectedException {
    Fields fields =
        Fields.builder()
            .set(SiteRegistered.NAME, name)
            .set(SiteRegistered.ADDRESS, address.isEmpty() ? null : address)
            .build();
    return recorder
        .record(recording -> recording.open(SiteRegistered.KIND, TODAY, fields))
        .items()
        .get(0)
        .subject();
  }

  private void visit(String site, LocalDate date) throws RecordRejectedException {
    Fields fields = Fields.builder().set(RecordFields.SITE, site).build();
    recorder.record(recording -> recording.open(Inspected.KIND, date, fields));
  }

  private String hazard(String site, String description, LocalDate deadline)
      throws RecordRejectedException {
    return recorder
        .record(recording -> hazard(recording, site, null, description, deadline))
        .items()
        .get(0)
        .subject();
  }

  private static void hazard(
      Recording recording, String site, String visit, String description, LocalDate deadline) {
    recording.open(
        HazardFound.KIND,
        TODAY,
        Fields.builder()
            .set(RecordFields.SITE, site)
            .set(HazardFound.INSPECTION, visit)
            .set(HazardFound.DESCRIPTION, description)
            .set(HazardFound.LEVEL, "一般")
            .set(HazardFound.DEADLINE, deadline)
            .build());
  }

  private static Fields name(String name) {
    return Fields.builder().set(SiteRegistered.NAME, name).build();
  }

  private static Fields into(String site) {
    return Fields.builder().set(SiteMerged.INTO, site).build();
  }
}
