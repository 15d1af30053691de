package cn.anxun.core.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SyncEngineTest {
  private final Records li = new Records("li", "phone-1");
  private final Records wang = new Records("wang", "phone-2");
  private final ScriptedServer server = new ScriptedServer();
  private final PhoneStore store = new InMemoryPhoneStore();
  private final SyncEngine engine = engine(server);

  private SyncEngine engine(RemoteLedger remote) {
    return new SyncEngine(store, remote, Records.CLOCK, new BackOff(new Random(1)));
  }

  @Test
  void sync_whenBothHaveSomething_bothHoldBothOnce() {
    WrittenEntry ours = save("ours");
    server.accept(wang.hazard("theirs"), Role.SUPERVISOR);

    SyncOutcome outcome = engine.sync();

    assertThat(outcome).isEqualTo(new SyncOutcome.Done(new SyncCounts(1, 1, 0, 0, 0, 0, 0)));
    assertThat(held()).isEqualTo(server.entries());
    assertThat(store.find(id(ours)).orElseThrow().stamp())
        .isEqualTo(new Stamp(2, "li", Role.INSPECTOR, "phone-1", Records.NOW.plusSeconds(2)));
    assertThat(engine.sync()).isEqualTo(new SyncOutcome.Done(new SyncCounts(0, 0, 0, 0, 0, 0, 0)));
  }

  @Test
  void sync_whenMuchIsToBePulled_takesEveryPageAndGoesOnFromTheLast() {
    server.pageSize = 3;
    wang.hazards(7).forEach(entry -> server.accept(entry, Role.INSPECTOR));

    engine.sync();
    server.accept(wang.hazard("later"), Role.INSPECTOR);
    engine.sync();

    assertThat(held()).isEqualTo(server.entries());
    assertThat(server.cursors).containsExactly("", "1.1.3", "1.1.6", "1.1.7");
  }

  @Test
  void sync_whenTheServerShowedAHead_tellsItWithEveryRequest() {
    save("a");
    engine.sync();
    save("b");
    engine.sync();

    Witness first = new Witness(1, server.hash(1));
    Witness second = new Witness(2, server.hash(2));
    assertThat(server.heads)
        .containsExactly(
            Optional.empty(), Optional.of(first), Optional.of(first), Optional.of(second));
    assertThat(store.syncState().head()).contains(second);
  }

  @Test
  void push_whenTheReplyIsLost_countsOnce() {
    save("a");
    server.nextPushes.add(ScriptedServer.lostReply());

    SyncOutcome lost = engine.sync();
    assertThat(lost)
        .isInstanceOfSatisfying(
            SyncOutcome.Offline.class,
            offline -> {
              assertThat(offline.reason()).isEqualTo(RemoteAnswer.Reason.LOST);
              assertThat(offline.counts().waiting()).isEqualTo(1);
            });
    SyncOutcome again = engine.sync();

    assertThat(again.counts().sent()).isEqualTo(1);
    assertThat(server.entries()).hasSize(1);
    assertThat(held()).isEqualTo(server.entries());
    assertThat(store.counts().accepted()).isEqualTo(1);
  }

  @Test
  void push_whenReceiptsAreReorderedDoubledOrForeign_settlesEachByItsId() {
    WrittenEntry a = save("a");
    WrittenEntry b = save("b");
    WrittenEntry c = save("c");
    server.nextPushes.add(
        push -> {
          List<Receipt> receipts = new ArrayList<>();
          receipts.add(rejected(id(c)));
          receipts.add(server.accept(b, Role.INSPECTOR));
          receipts.add(server.accept(a, Role.INSPECTOR));
          receipts.add(rejected(id(a)));
          receipts.add(new Receipt.Accepted(li.nextId(), 99, server.hash(99), false));
          return new RemoteAnswer.Answered<>(new PushReply(receipts, Records.NOW));
        });

    SyncOutcome outcome = engine.sync();

    assertThat(outcome.counts()).isEqualTo(new SyncCounts(2, 0, 1, 0, 0, 0, 0));
    assertThat(written(OutboxState.ACCEPTED)).containsExactly(a, b);
    assertThat(written(OutboxState.QUARANTINED)).containsExactly(c);
    assertThat(store.syncState().head()).contains(new Witness(2, server.hash(2)));
  }

  @Test
  void push_whenSomeReceiptsAreMissing_keepsThosePendingWithoutALoop() {
    WrittenEntry a = save("a");
    WrittenEntry b = save("b");
    server.nextPushes.add(
        push ->
            new RemoteAnswer.Answered<>(
                new PushReply(List.of(server.accept(a, Role.INSPECTOR)), Records.NOW)));

    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Done.class);
    assertThat(server.pushes).hasSize(1);
    assertThat(written(OutboxState.PENDING)).containsExactly(b);

    engine.sync();
    assertThat(written(OutboxState.ACCEPTED)).containsExactly(a, b);
  }

  @Test
  void push_whenAnEntryIsSavedMeanwhile_isNotTakenForSent() {
    save("a");
    WrittenEntry[] meanwhile = new WrittenEntry[1];
    server.nextPushes.add(
        push -> {
          RemoteAnswer<PushReply> answer = push.get();
          meanwhile[0] = save("meanwhile");
          assertThat(store.list(OutboxState.PENDING).get(1).attempted()).isFalse();
          return answer;
        });

    SyncOutcome outcome = engine.sync();

    assertThat(outcome.counts().sent()).isEqualTo(2);
    assertThat(server.pushes).hasSize(2);
    assertThat(server.pushes.get(1)).containsExactly(id(meanwhile[0]));
  }

  @Test
  void push_whenBig_keepsToCountAndBytes() {
    String long2000 = "长".repeat(2000);
    for (int i = 0; i < 400; i++) {
      save(long2000);
    }
    li.hazards(1200).forEach(entry -> store.save(entry, li.unsent()));

    engine.sync();

    assertThat(server.entries()).hasSize(1600);
    assertThat(server.pushes).allSatisfy(ids -> assertThat(ids.size()).isBetween(1, 500));
    assertThat(server.pushes.get(0).size() * 6000).isLessThan(SyncLimits.BATCH_BYTES);
    assertThat(server.pushes).hasSizeLessThan(8);
  }

  @Test
  void push_whenRejected_isMendedUnderItsIdAndResent() {
    WrittenEntry bad = save("bad");
    WrittenEntry good = save("good");
    server.verdict = entry -> entry.equals(bad) ? Optional.of(rejected(id(bad))) : Optional.empty();

    assertThat(engine.sync().counts()).isEqualTo(new SyncCounts(1, 0, 1, 0, 0, 0, 0));
    engine.sync();
    assertThat(server.pushes).as("not sent again as it is").hasSize(1);

    WrittenEntry mended = li.hazard(id(bad), "mended");
    store.mend(mended);
    engine.sync();

    assertThat(server.entries()).extracting(LedgerEntry::written).containsExactly(good, mended);
    assertThat(held()).isEqualTo(server.entries());
  }

  @Test
  void push_whenMendedAfterTheFirstWasKept_countsTheServersBytes() {
    WrittenEntry first = save("first");
    server.nextPushes.add(ScriptedServer.lostReply());
    engine.sync();
    store.quarantine(id(first), rejected(id(first)).problem());
    WrittenEntry mended = li.hazard(id(first), "mended");
    store.mend(mended);

    SyncOutcome outcome = engine.sync();

    assertThat(outcome.counts().differing()).isEqualTo(1);
    assertThat(held()).isEqualTo(server.entries());
    assertThat(written(OutboxState.DIFFERS)).containsExactly(mended);
  }

  @Test
  void push_whenDeferred_staysPendingAndIsNotAskedAboutInALoop() {
    WrittenEntry entry = save("of a kind to come");
    server.verdict = e -> Optional.of(new Receipt.Deferred(id(entry)));

    SyncOutcome outcome = engine.sync();
    engine.sync();

    assertThat(outcome.counts()).isEqualTo(new SyncCounts(0, 0, 0, 1, 0, 0, 1));
    assertThat(server.pushes).hasSize(1);
    assertThat(store.counts().deferred()).isEqualTo(1);
    assertThat(store.listPending(0, 1, 1, Records.NOW.plus(OutboxPush.DEFERRAL))).hasSize(1);
  }

  @Test
  void push_whenWithdrawnBeforeTheFirstAttempt_isNeverSent() {
    WrittenEntry entry = save("a");
    store.withdraw(id(entry));

    engine.sync();

    assertThat(server.pushes).isEmpty();
    assertThat(held()).isEmpty();
  }

  @Test
  void sync_whenACaptivePortalAnswers_isOfflineAndHarmless() {
    save("a");
    server.nextPushes.add(ScriptedServer.offline(RemoteAnswer.Reason.NOT_OURS));

    assertThat(engine.sync())
        .isInstanceOfSatisfying(
            SyncOutcome.Offline.class,
            o -> assertThat(o.reason()).isEqualTo(RemoteAnswer.Reason.NOT_OURS));
    assertThat(store.list(OutboxState.PENDING).get(0).suspicion()).isEqualTo(Suspicion.NONE);
    assertThat(engine.sync().counts().sent()).isEqualTo(1);
  }

  @Test
  void sync_whenTheServerIsBusy_waitsAsLongAsItAsks() {
    save("a");
    server.nextPushes.add(
        push ->
            new RemoteAnswer.Refused<>(
                Problem.of(429, "too-many-requests", "busy", "请稍后。"),
                Optional.of(Duration.ofSeconds(90))));

    assertThat(engine.sync())
        .isInstanceOfSatisfying(
            SyncOutcome.Refused.class,
            refused ->
                assertThat(refused.retryAfter())
                    .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(99)));
    assertThat(server.cursors).as("left in peace").isEmpty();
    assertThat(store.list(OutboxState.PENDING).get(0).suspicion()).isEqualTo(Suspicion.NONE);
  }

  @Test
  void sync_whenFailingAgainAndAgain_waitsLongerUntilItWorks() {
    save("a");
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      server.nextPushes.add(push -> ScriptedServer.refused(503, "down"));
      waits.add(((SyncOutcome.Refused) engine.sync()).retryAfter());
    }

    assertThat(waits.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(waits.get(4)).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(32));
    assertThat(waits.get(11)).isBetween(BackOff.LONGEST.dividedBy(2), BackOff.LONGEST);
    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Done.class);
    assertThat(store.syncState().failures()).isZero();
  }

  @Test
  void pull_whenTheReplyIsCutShort_keepsTheCursorAndTakesItNextTime() {
    server.pageSize = 2;
    wang.hazards(4).forEach(entry -> server.accept(entry, Role.INSPECTOR));
    engine.sync();
    String cursor = store.syncState().cursor();
    server.accept(wang.hazard("later"), Role.INSPECTOR);
    server.nextPulls.add(new RemoteAnswer.Offline<>(RemoteAnswer.Reason.UNREADABLE));

    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Offline.class);
    assertThat(store.syncState().cursor()).isEqualTo(cursor);
    engine.sync();

    assertThat(held()).isEqualTo(server.entries());
  }

  @Test
  void sync_whenTheServerWasRestored_offersEveryOwnEntryAgainAndPullsFromTheBeginning() {
    li.hazards(5).forEach(entry -> store.save(entry, li.unsent()));
    engine.sync();
    server.accept(wang.hazard("theirs"), Role.INSPECTOR);
    engine.sync();
    server.restoreAt(2);
    save("new");

    SyncOutcome outcome = engine.sync();

    assertThat(outcome).isInstanceOf(SyncOutcome.Done.class);
    assertThat(server.entries()).hasSize(6);
    assertThat(held()).isEqualTo(server.entries());
    assertThat(store.counts()).isEqualTo(new OutboxCounts(0, 0, 0, 0, 0, 6, 0));
    assertThat(store.syncState().formerHeads())
        .extracting(Witness::hash)
        .allSatisfy(hash -> assertThat(hash).startsWith("01"));
  }

  @Test
  void sync_whenTheScopeChanges_dropsWhatLeftAndKeepsTheUnsent() {
    save("ours");
    server.accept(wang.hazard("theirs"), Role.INSPECTOR);
    engine.sync();
    WrittenEntry refused = save("refused");
    server.verdict =
        entry -> entry.equals(refused) ? Optional.of(rejected(id(refused))) : Optional.empty();
    server.rescope(entry -> entry.stamp().author().equals("li"));

    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Done.class);

    assertThat(held())
        .extracting(entry -> entry.entry().header().author())
        .containsExactly("li", "li");
    assertThat(written(OutboxState.QUARANTINED)).containsExactly(refused);
    assertThat(store.find(id(refused))).isPresent();
  }

  @Test
  void sync_whenTheServerResetsWithoutEnd_stops() {
    engine.sync();
    PullPage page = new PullPage(List.of(), "x", true, 0, server.hash(0), PullPage.Reset.SCOPE);
    PullPage other = new PullPage(List.of(), "y", true, 0, server.hash(0), PullPage.Reset.SCOPE);
    for (int i = 0; i < 20; i++) {
      server.nextPulls.add(new RemoteAnswer.Answered<>(i % 2 == 0 ? page : other));
    }

    assertThat(engine.sync())
        .isInstanceOfSatisfying(
            SyncOutcome.Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("resets-without-end"));
  }

  @Test
  void pull_whenTheCursorStandsStill_stops() {
    PullPage page = new PullPage(List.of(), "x", true, 0, server.hash(0), PullPage.Reset.NONE);
    for (int i = 0; i < 20; i++) {
      server.nextPulls.add(new RemoteAnswer.Answered<>(page));
    }

    assertThat(engine.sync())
        .isInstanceOfSatisfying(
            SyncOutcome.Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("cursor-stands-still"));
  }

  @Test
  void sync_whenRevoked_stillHandsOverWhatWasRecordedAndKeepsAll() {
    WrittenEntry entry = save("recorded before");
    server.verdict = e -> Optional.of(new Receipt.Held(id(e)));
    server.nextPulls.add(
        new RemoteAnswer.Unauthorized<>(Problem.of(401, "revoked", "revoked", "设备已停用。")));

    SyncOutcome outcome = engine.sync();

    assertThat(outcome).isInstanceOf(SyncOutcome.Revoked.class);
    assertThat(outcome.counts().held()).isEqualTo(1);
    assertThat(written(OutboxState.HELD)).containsExactly(entry);
    assertThat(store.find(id(entry))).isPresent();
  }

  @Test
  void sync_whenTheTokenIsNotGoodEvenForPushing_keepsTheUnsent() {
    WrittenEntry entry = save("a");
    server.nextPushes.add(
        push ->
            new RemoteAnswer.Unauthorized<>(
                Problem.of(401, "unknown-token", "unknown", "请重新登记设备。")));

    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Revoked.class);
    assertThat(written(OutboxState.PENDING)).containsExactly(entry);
  }

  @Test
  void sync_whenTheAppIsTooOldToPull_hasPushedAllTheSame() {
    save("a");
    server.nextPulls.add(
        new RemoteAnswer.UpgradeNeeded<>(Problem.of(426, "upgrade-needed", "old", "请更新应用。")));

    assertThat(engine.sync())
        .isInstanceOfSatisfying(
            SyncOutcome.UpgradeNeeded.class,
            upgrade -> assertThat(upgrade.counts().sent()).isEqualTo(1));
  }

  @Test
  void pull_whenTheOfficeRedacts_erasesTheNameHereToo() {
    WrittenEntry ours = save("ours");
    WrittenEntry other = save("other");
    engine.sync();
    server.accept(redaction(id(ours)), Role.OFFICE);
    server.accept(redaction(id(other)), Role.INSPECTOR);

    engine.sync();

    assertThat(new String(store.find(id(ours)).orElseThrow().written().bytes(), UTF_8))
        .doesNotContain("张某某");
    assertThat(new String(store.find(id(other)).orElseThrow().written().bytes(), UTF_8))
        .as("an inspector may not")
        .contains("张某某");
  }

  private WrittenEntry redaction(String target) {
    return EntryJson.write(
        new Redacted(
            wang.header(wang.nextId(), target),
            Fields.builder().set(Redacted.TARGET, target).set(Redacted.REASON, "申请").build()));
  }

  private static Receipt.Rejected rejected(String id) {
    return new Receipt.Rejected(
        id, new EntryProblem(EntryProblem.Code.TOO_LONG, "note", "“备注”太长。"));
  }

  private WrittenEntry save(String note) {
    WrittenEntry entry = li.hazard(note);
    store.save(entry, li.unsent());
    return entry;
  }

  private List<LedgerEntry> held() {
    List<LedgerEntry> entries = new ArrayList<>();
    store.scan(0, Stamp.UNSENT, entries::add);
    return entries;
  }

  private List<WrittenEntry> written(OutboxState state) {
    return store.list(state).stream().map(OutboxEntry::written).toList();
  }

  private static String id(WrittenEntry entry) {
    return entry.entry().id();
  }
}
