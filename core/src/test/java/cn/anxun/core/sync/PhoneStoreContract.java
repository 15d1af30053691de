package cn.anxun.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link PhoneStore} does. */
public abstract class PhoneStoreContract extends OutboxContract {

  /** The same store as after the process ended and began again. */
  protected abstract PhoneStore reopen(PhoneStore store);

  @Test
  void store_whenReopened_holdsEverything() {
    WrittenEntry a = save(li.hazard("a"));
    WrittenEntry b = save(li.hazard("b"));
    WrittenEntry c = save(li.hazard("c"));
    LedgerEntry pulled = new LedgerEntry(wang.hazard("d"), wang.stamp(7));
    store.put(List.of(pulled));
    store.beginAttempt(ids(a, b));
    store.settle(List.of(new Receipt.Rejected(id(a), PROBLEM)), LATER);
    store.suspect(ids(b), new Suspicion("400 bad", 250, 1));
    SyncState state =
        new SyncState(
            "cursor", Optional.of(new Witness(9, HASH)), List.of(new Witness(5, HASH)), 3);
    store.keep(state);

    store = reopen(store);

    assertThat(store.syncState()).isEqualTo(state);
    assertThat(store.find(pulled.id())).contains(pulled);
    assertThat(store.lastSeq()).isEqualTo(7);
    OutboxEntry quarantined = store.list(OutboxState.QUARANTINED).get(0);
    assertThat(quarantined.written()).isEqualTo(a);
    assertThat(quarantined.problem()).contains(PROBLEM);
    List<OutboxEntry> pending = store.listPending(0, 10, 1 << 20, NOW);
    assertThat(pending).extracting(OutboxEntry::written).containsExactly(b, c);
    assertThat(pending).extracting(OutboxEntry::attempted).containsExactly(true, false);
    assertThat(pending.get(0).suspicion()).isEqualTo(new Suspicion("400 bad", 250, 1));
    assertThat(pending.get(1).stamp()).isEqualTo(li.unsent());
  }

  @Test
  void put_whenOwnComesBack_takesTheStampAndIsNotDoubled() {
    WrittenEntry entry = save(li.hazard("a"));

    store.put(List.of(new LedgerEntry(entry, li.stamp(5))));
    store.put(List.of(new LedgerEntry(entry, li.stamp(5))));

    assertThat(scanAll()).containsExactly(new LedgerEntry(entry, li.stamp(5)));
    assertThat(pending()).as("only a receipt settles it").containsExactly(entry);
  }

  @Test
  void put_whenTheServerHoldsOtherBytesOfOurs_countsTheServersAndKeepsOurs() {
    WrittenEntry ours = save(li.hazard("ours"));
    WrittenEntry theirs = li.hazard(id(ours), "theirs");
    store.beginAttempt(ids(ours));
    store.settle(List.of(new Receipt.Accepted(id(ours), 5, HASH, true)), LATER);

    store.put(List.of(new LedgerEntry(theirs, li.stamp(5))));

    assertThat(scanAll()).containsExactly(new LedgerEntry(theirs, li.stamp(5)));
    assertThat(written(OutboxState.DIFFERS)).containsExactly(ours);
  }

  @Test
  void scan_whenStampedAndUnsent_showsBySeqThenInTheOrderSaved() {
    WrittenEntry b = save(li.hazard("b"));
    WrittenEntry a = save(li.hazard("a"));
    LedgerEntry second = new LedgerEntry(wang.hazard("2"), wang.stamp(2));
    LedgerEntry first = new LedgerEntry(wang.hazard("1"), wang.stamp(1));
    store.put(List.of(second, first));

    assertThat(scanAll())
        .extracting(LedgerEntry::written)
        .containsExactly(first.written(), second.written(), b, a);
    List<LedgerEntry> stamped = new ArrayList<>();
    store.scan(1, 2, stamped::add);
    assertThat(stamped).containsExactly(second);
  }

  @Test
  void take_whenAPageErases_keepsAllOfIt() {
    WrittenEntry own = save(li.hazard("a"));
    LedgerEntry page = new LedgerEntry(own, li.stamp(5));
    SyncState after = SyncState.FIRST.withCursor("c").shown(new Witness(5, HASH));

    store.take(List.of(page), List.of(id(own)), after);

    assertThat(scanAll()).containsExactly(AcceptedEntries.withoutPersonal(page));
    assertThat(text(store.list(OutboxState.PENDING).get(0).written())).doesNotContain("张某某");
    assertThat(store.syncState()).isEqualTo(after);
  }

  @Test
  void redact_whenOwn_erasesTheNameFromEveryCopy() {
    WrittenEntry entry = save(li.hazard("a"));

    store.redact(id(entry));

    assertThat(text(store.find(id(entry)).orElseThrow().written()))
        .doesNotContain("张某某")
        .contains("\"personal\":null");
    assertThat(text(store.list(OutboxState.PENDING).get(0).written())).doesNotContain("张某某");
    store.redact("018bcfe5-6800-7000-8000-0000000000ff");
  }

  @Test
  void beginEpoch_whenOwnWereAccepted_offersThemAgainAndDropsThePulled() {
    List<WrittenEntry> own = li.hazards(5);
    own.forEach(this::save);
    store.beginAttempt(ids(own.subList(0, 4)));
    store.settle(
        List.of(
            new Receipt.Accepted(id(own.get(0)), 1, HASH, false),
            new Receipt.Rejected(id(own.get(1)), PROBLEM),
            new Receipt.Held(id(own.get(2)))),
        LATER);
    store.withdraw(id(own.get(4)));
    store.put(
        List.of(
            new LedgerEntry(own.get(0), li.stamp(1)),
            new LedgerEntry(wang.hazard("x"), wang.stamp(2))));
    store.keep(new SyncState("c", Optional.of(new Witness(2, HASH)), List.of(), 0));

    store.beginEpoch();

    assertThat(pending()).containsExactly(own.get(0), own.get(2), own.get(3));
    assertThat(written(OutboxState.QUARANTINED)).containsExactly(own.get(1));
    assertThat(scanAll())
        .extracting(LedgerEntry::written)
        .containsExactly(own.get(0), own.get(1), own.get(2), own.get(3));
    assertThat(store.lastSeq()).isZero();
    assertThat(store.syncState())
        .isEqualTo(new SyncState("", Optional.empty(), List.of(new Witness(2, HASH)), 0));
  }

  @Test
  void beginScope_whenPulled_dropsItAndKeepsTheUnsent() {
    WrittenEntry accepted = save(li.hazard("a"));
    WrittenEntry unsent = save(li.hazard("b"));
    store.beginAttempt(ids(accepted));
    store.settle(List.of(new Receipt.Accepted(id(accepted), 1, HASH, false)), LATER);
    store.put(
        List.of(
            new LedgerEntry(accepted, li.stamp(1)),
            new LedgerEntry(wang.hazard("x"), wang.stamp(2))));
    store.keep(new SyncState("c", Optional.of(new Witness(2, HASH)), List.of(), 1));

    store.beginScope();

    assertThat(scanAll()).extracting(LedgerEntry::written).containsExactly(unsent);
    assertThat(pending()).containsExactly(unsent);
    assertThat(written(OutboxState.ACCEPTED)).containsExactly(accepted);
    assertThat(store.syncState())
        .isEqualTo(new SyncState("", Optional.of(new Witness(2, HASH)), List.of(), 1));
  }

  @Test
  void dropPulled_always_keepsTheUnsentAndTheCursor() {
    WrittenEntry accepted = save(li.hazard("a"));
    WrittenEntry unsent = save(li.hazard("b"));
    store.beginAttempt(ids(accepted));
    store.settle(List.of(new Receipt.Accepted(id(accepted), 1, HASH, false)), LATER);
    store.put(
        List.of(
            new LedgerEntry(accepted, li.stamp(1)),
            new LedgerEntry(wang.hazard("x"), wang.stamp(2))));
    store.keep(new SyncState("c", Optional.of(new Witness(2, HASH)), List.of(), 1));

    store.dropPulled();

    assertThat(scanAll()).extracting(LedgerEntry::written).containsExactly(unsent);
    assertThat(pending()).containsExactly(unsent);
    assertThat(written(OutboxState.ACCEPTED)).containsExactly(accepted);
    SyncState before = new SyncState("c", Optional.of(new Witness(2, HASH)), List.of(), 1);
    assertThat(store.syncState()).isEqualTo(before.dropped());
    store = reopen(store);
    assertThat(store.syncState().isDropped()).isTrue();
    assertThat(store.syncState().asked()).isEqualTo("c");
    store.dropPulled();
    assertThat(store.syncState()).as("the same twice").isEqualTo(before.dropped());
  }

  @Test
  void offerHeldAgain_whenSomeWereHandedOver_makesThemAlonePending() {
    List<WrittenEntry> own = li.hazards(5);
    own.forEach(this::save);
    store.beginAttempt(ids(own.subList(0, 4)));
    store.settle(
        List.of(
            new Receipt.Accepted(id(own.get(0)), 1, HASH, false),
            new Receipt.Rejected(id(own.get(1)), PROBLEM),
            new Receipt.Held(id(own.get(2))),
            new Receipt.Accepted(id(own.get(3)), 2, HASH, true)),
        LATER);
    store.withdraw(id(own.get(4)));
    store.put(
        List.of(
            new LedgerEntry(own.get(0), li.stamp(1)),
            new LedgerEntry(wang.hazard("x"), wang.stamp(3))));
    SyncState state = new SyncState("c", Optional.of(new Witness(3, HASH)), List.of(), 1);
    store.keep(state);
    List<LedgerEntry> before = scanAll();

    store.offerHeldAgain();

    assertThat(pending()).containsExactly(own.get(2));
    assertThat(store.counts()).isEqualTo(new OutboxCounts(1, 0, 1, 1, 0, 1, 1));
    assertThat(scanAll()).isEqualTo(before);
    assertThat(store.syncState()).isEqualTo(state);
  }

  @Test
  void restore_whenRowsAreMissingStrayOrChanged_holdsExactlyTheServersAndAllThatIsUnsent() {
    WrittenEntry unsent = save(li.hazard("unsent"));
    List<WrittenEntry> theirs = wang.hazards(4);
    LedgerEntry first = new LedgerEntry(theirs.get(0), wang.stamp(1));
    LedgerEntry second = new LedgerEntry(theirs.get(1), wang.stamp(2));
    LedgerEntry third = new LedgerEntry(theirs.get(2), wang.stamp(3));
    LedgerEntry beyond = new LedgerEntry(theirs.get(3), wang.stamp(9));
    store.put(
        List.of(
            new LedgerEntry(wang.hazard(first.id(), "changed"), wang.stamp(1)),
            new LedgerEntry(second.written(), wang.stamp(4)),
            new LedgerEntry(wang.hazard("stray"), wang.stamp(2)),
            beyond));

    store.restore(0, 3, List.of(first, second, third));

    List<LedgerEntry> stamped = new ArrayList<>();
    store.scan(0, Stamp.UNSENT - 1, stamped::add);
    assertThat(stamped).containsExactly(first, second, third, beyond);
    assertThat(scanAll()).hasSize(5);
    assertThat(pending()).containsExactly(unsent);
  }

  @Test
  void restore_whenTheServerDoesNotHoldAnEntryOfOnesOwn_itIsUnsentAgain() {
    WrittenEntry own = save(li.hazard("own"));
    store.put(List.of(new LedgerEntry(own, li.stamp(1))));

    store.restore(0, Stamp.UNSENT - 1, List.of());

    assertThat(scanAll()).containsExactly(new LedgerEntry(own, li.unsent()));
    assertThat(pending()).containsExactly(own);
  }
}
