package cn.anxun.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.WrittenEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole pushes fail at one entry; it is found, put aside, and the rest flows. */
class HalvingTest {
  private final Records li = new Records("li", "phone-1");
  private final ScriptedServer server = new ScriptedServer();
  private final PhoneStore store = new InMemoryPhoneStore();

  private SyncOutcome sync() {
    // A new engine each time, as after a restart: what is known of the culprit stands in the store.
    return new SyncEngine(store, server, Records.CLOCK, new BackOff(new Random(1))).sync();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 249, 250, 333, 499})
  void push_whenOneOf500IsPoison_findsItInFewRequests(int place) {
    List<WrittenEntry> all = save(500);
    String culprit = id(all.get(place));
    server.poison = entry -> id(entry).equals(culprit);

    SyncOutcome outcome = sync();

    assertThat(outcome).isInstanceOf(SyncOutcome.Done.class);
    assertThat(outcome.counts()).isEqualTo(new SyncCounts(499, 0, 1, 0, 0, 0, 0));
    assertThat(store.list(OutboxState.QUARANTINED))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.id()).isEqualTo(culprit);
              assertThat(entry.problem().map(EntryProblem::message).orElse(""))
                  .contains("服务器不接受这条记录", "400 poisoned");
            });
    assertThat(server.pushes).hasSizeLessThan(25);
  }

  @Test
  void push_whenWhatIsSentIsDamagedOnItsWay_blamesNoEntry() {
    save(1);
    ScriptedServer.Fault damaged = push -> ScriptedServer.refused(400, Problem.DAMAGED);
    // Twice alone, then pushing is seen to work, then once more: so a culprit is found.
    server.nextPushes.addAll(List.of(damaged, damaged, ScriptedServer.Fault.none(), damaged));

    assertThat(sync()).isInstanceOf(SyncOutcome.Refused.class);
    assertThat(sync()).isInstanceOf(SyncOutcome.Refused.class);
    assertThat(sync()).isInstanceOf(SyncOutcome.Done.class);

    assertThat(store.list(OutboxState.QUARANTINED)).isEmpty();
    assertThat(server.entries()).hasSize(1);
  }

  @Test
  void push_whenThreeOf1200ArePoison_findsThemAll() {
    List<WrittenEntry> all = save(1200);
    Set<String> culprits = Set.of(id(all.get(7)), id(all.get(8)), id(all.get(1100)));
    server.poison = entry -> culprits.contains(id(entry));

    assertThat(sync().counts()).isEqualTo(new SyncCounts(1197, 0, 3, 0, 0, 0, 0));
    assertThat(quarantined()).isEqualTo(culprits);
    assertThat(server.pushes).hasSizeLessThan(80);
  }

  @Test
  void push_whenTheFirstFailureIsPassing_doesNotHalve() {
    save(100);
    server.nextPushes.add(push -> ScriptedServer.refused(400, "hiccup"));

    assertThat(sync().counts().sent()).isEqualTo(100);
    assertThat(server.pushes).hasSize(2);
    assertThat(server.pushes.get(1)).isEqualTo(server.pushes.get(0));
  }

  @Test
  void push_whenTheServerBreaksAtIt_findsItOverSeveralSyncsAndRestarts() {
    List<WrittenEntry> all = save(64);
    String culprit = id(all.get(40));
    server.poison = entry -> id(entry).equals(culprit);
    server.poisonStatus = 500;

    int syncs = 1;
    while (!(sync() instanceof SyncOutcome.Done)) {
      syncs++;
      assertThat(syncs).isLessThan(15);
    }

    assertThat(quarantined()).containsExactly(culprit);
    assertThat(store.counts().accepted()).isEqualTo(63);
  }

  @Test
  void push_whenNewEntriesComeBetweenTheFailures_stillFindsIt() {
    List<WrittenEntry> all = save(10);
    String culprit = id(all.get(3));
    server.poison = entry -> id(entry).equals(culprit);
    server.poisonStatus = 500;

    int syncs = 1;
    while (!(sync() instanceof SyncOutcome.Done)) {
      save(1);
      syncs++;
      assertThat(syncs).isLessThan(15);
    }

    assertThat(quarantined()).containsExactly(culprit);
  }

  @Test
  void push_whenTheServerRefusesEverything_putsNothingAside() {
    save(20);
    for (int i = 0; i < 30; i++) {
      server.nextPushes.add(push -> ScriptedServer.refused(400, "all-wrong"));
    }

    assertThat(sync()).isInstanceOf(SyncOutcome.Refused.class);
    assertThat(store.list(OutboxState.QUARANTINED)).isEmpty();
    assertThat(server.pushes).hasSizeLessThan(12);
    server.nextPushes.clear();

    assertThat(sync().counts().sent()).isEqualTo(20);
  }

  @Test
  void push_whenBatchesAreTooLargeForTheWay_makesThemSmallerAtOnce() {
    List<WrittenEntry> all = save(40);
    for (int i = 0; i < 2; i++) {
      server.nextPushes.add(
          push -> new RemoteAnswer.TooLarge<>(Problem.of(413, "too-large", "large", "太大。")));
    }

    assertThat(sync().counts().sent()).isEqualTo(40);
    assertThat(server.pushes).extracting(List::size).containsExactly(40, 20, 10, 10, 20);
    assertThat(all).hasSize(40);
  }

  @Test
  void push_whenOneAloneIsTooLarge_putsItAsideAndSaysSo() {
    WrittenEntry large = save(1).get(0);
    ScriptedServer.Fault tooLarge =
        push -> new RemoteAnswer.TooLarge<>(Problem.of(413, "too-large", "large", "太大。"));
    server.nextPushes.addAll(List.of(tooLarge, ScriptedServer.Fault.none(), tooLarge));

    assertThat(sync().counts().quarantined()).isEqualTo(1);
    assertThat(store.list(OutboxState.QUARANTINED).get(0).problem().map(EntryProblem::code))
        .contains(EntryProblem.Code.TOO_LARGE);
    assertThat(server.pushes).containsExactly(List.of(id(large)), List.of(), List.of(id(large)));
  }

  @Test
  void push_whenTheTroubleHasJustPassed_blamesNobody() {
    save(1);
    ScriptedServer.Fault broken = push -> ScriptedServer.refused(500, "internal");
    server.nextPushes.add(broken);
    assertThat(sync()).isInstanceOf(SyncOutcome.Refused.class);
    server.nextPushes.add(broken);

    assertThat(sync().counts()).isEqualTo(new SyncCounts(1, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void push_whenAnEntryIsLargerThanAnyMayBe_putsItAsideWithoutSendingIt() {
    WrittenEntry large = li.hazard("长".repeat(30_000));
    store.save(large, li.unsent());
    save(2);

    assertThat(sync().counts()).isEqualTo(new SyncCounts(2, 0, 1, 0, 0, 0, 0));
    assertThat(quarantined()).containsExactly(id(large));
    assertThat(server.pushes).hasSize(1);
  }

  @Test
  void push_whenLostAgainAndAgain_makesBatchesSmallerButNeverBlamesAnEntry() {
    save(100);
    for (int i = 0; i < 12; i++) {
      server.nextPushes.add(ScriptedServer.offline(RemoteAnswer.Reason.LOST));
      assertThat(sync()).isInstanceOf(SyncOutcome.Offline.class);
    }

    assertThat(server.pushes).extracting(List::size).startsWith(100, 100, 50, 25, 13, 13);
    assertThat(sync().counts()).isEqualTo(new SyncCounts(100, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void push_whenUnreachable_keepsBatchesWhole() {
    save(100);
    for (int i = 0; i < 5; i++) {
      server.nextPushes.add(ScriptedServer.offline(RemoteAnswer.Reason.UNREACHABLE));
      sync();
    }

    sync();
    assertThat(server.pushes).extracting(List::size).containsOnly(100);
  }

  @Test
  void push_whenMendedAfterBeingPutAside_goesThrough() {
    WrittenEntry bad = save(3).get(1);
    server.poison = entry -> entry.equals(bad);
    sync();

    WrittenEntry mended = li.hazard(id(bad), "mended");
    assertThat(store.mend(mended)).isTrue();

    assertThat(sync().counts().sent()).isEqualTo(1);
    assertThat(store.find(id(bad)).map(entry -> entry.written())).isEqualTo(Optional.of(mended));
  }

  private List<WrittenEntry> save(int count) {
    List<WrittenEntry> entries = li.hazards(count);
    entries.forEach(entry -> store.save(entry, li.unsent()));
    return entries;
  }

  private Set<String> quarantined() {
    Set<String> ids = new HashSet<>();
    store.list(OutboxState.QUARANTINED).forEach(entry -> ids.add(entry.id()));
    return ids;
  }

  private static String id(WrittenEntry entry) {
    return entry.entry().id();
  }
}
