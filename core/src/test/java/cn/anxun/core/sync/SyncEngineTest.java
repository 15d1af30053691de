package cn.anxun.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a sync as a whole goes and ends. */
class SyncEngineTest extends SyncTest {

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
  void sync_whenTheServerShowedAHead_tellsItWithTheNextPull() {
    save("a");
    engine.sync();
    save("b");
    engine.sync();

    Witness first = new Witness(1, server.hash(1));
    Witness second = new Witness(2, server.hash(2));
    assertThat(server.heads)
        .containsExactly(Optional.empty(), Optional.of(first), Optional.of(second));
    assertThat(store.syncState().head()).contains(second);
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
    engine.sync();
    server.cursors.clear();
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
  void sync_whenRevoked_stillHandsOverWhatWasRecordedAndKeepsAll() {
    engine.sync();
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
    RemoteAnswer<PullPage> tooOld =
        new RemoteAnswer.UpgradeNeeded<>(Problem.of(426, "upgrade-needed", "old", "请更新应用。"));
    server.nextPulls.addAll(List.of(tooOld, tooOld));

    assertThat(engine.sync())
        .isInstanceOfSatisfying(
            SyncOutcome.UpgradeNeeded.class,
            upgrade -> assertThat(upgrade.counts().sent()).isEqualTo(1));
  }
}
