package cn.anxun.core.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerStore;
import cn.anxun.core.ledger.LedgerStoreContract;
import cn.anxun.core.ledger.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link PhoneStore} does, besides what every ledger store does. */
public abstract class PhoneStoreContract extends LedgerStoreContract {
  private static final Instant NOW = Records.NOW;
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final EntryProblem PROBLEM =
      new EntryProblem(EntryProblem.Code.TOO_LONG, "note", "“备注”太长，请缩短后重新发送。");
  private static final String HASH = "ab".repeat(32);

  private final Records li = new Records("li", "phone-1");
  private final Records wang = new Records("wang", "phone-2");
  private PhoneStore store;

  @Override
  protected abstract PhoneStore open();

  /** The same store as after the process ended and began again. */
  protected abstract PhoneStore reopen(PhoneStore store);

  @BeforeEach
  void openEmpty() {
    store = open();
  }

  /** A phone's store is a ledger's store too. */
  @Nested
  class AsLedger extends LedgerStoreContract {
    @Override
    protected LedgerStore open() {
      return PhoneStoreContract.this.open();
    }
  }

  @Test
  void save_whenNew_isPendingAndFolded() {
    WrittenEntry saved = save(li.hazard("a"));

    assertThat(pending()).containsExactly(saved);
    assertThat(store.find(saved.entry().id())).contains(new LedgerEntry(saved, li.unsent()));
    assertThat(store.listSubject(saved.entry().subject(), Stamp.UNSENT)).hasSize(1);
    assertThat(store.lastSeq()).isZero();
    assertThat(store.counts()).isEqualTo(new OutboxCounts(1, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void save_whenTheIdIsHeld_refusesAndKeepsTheFirst() {
    WrittenEntry first = save(li.hazard("a"));
    WrittenEntry second = li.hazard(first.entry().id(), "b");

    assertThatThrownBy(() -> store.save(second, li.unsent()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(pending()).containsExactly(first);
    assertThat(store.find(first.entry().id()).orElseThrow().written()).isEqualTo(first);
  }

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
  void listPending_whenLimited_keepsToCountBytesAndPlace() {
    List<WrittenEntry> all = new ArrayList<>();
    for (WrittenEntry entry : li.hazards(4)) {
      all.add(save(entry));
    }
    int size = all.get(0).bytes().length;

    assertThat(store.listPending(0, 3, 1 << 20, NOW)).hasSize(3);
    assertThat(store.listPending(0, 9, 2L * size, NOW)).hasSize(2);
    assertThat(store.listPending(0, 9, 2L * size + 1, NOW)).hasSize(2);
    assertThat(store.listPending(0, 9, 1, NOW)).as("the first, whatever its size").hasSize(1);
    long second = store.listPending(0, 9, 1 << 20, NOW).get(1).position();
    assertThat(store.listPending(second, 9, 1 << 20, NOW))
        .extracting(OutboxEntry::written)
        .containsExactly(all.get(2), all.get(3));
  }

  @Test
  void settle_whenReceiptsOfEveryKind_movesEachByItsOwn() {
    List<WrittenEntry> all = li.hazards(6);
    all.forEach(this::save);
    store.beginAttempt(ids(all.subList(0, 5)));
    store.settle(
        List.of(
            new Receipt.Held(id(all.get(3))),
            new Receipt.Accepted(id(all.get(0)), 1, HASH, false),
            new Receipt.Accepted(id(all.get(4)), 2, HASH, true),
            new Receipt.Rejected(id(all.get(1)), PROBLEM),
            new Receipt.Deferred(id(all.get(2))),
            new Receipt.Accepted(id(all.get(5)), 3, HASH, false),
            new Receipt.Accepted("018bcfe5-6800-7000-8000-0000000000ff", 4, HASH, false),
            new Receipt.Rejected("", PROBLEM)),
        LATER);

    assertThat(written(OutboxState.ACCEPTED)).containsExactly(all.get(0));
    assertThat(written(OutboxState.QUARANTINED)).containsExactly(all.get(1));
    assertThat(written(OutboxState.HELD)).containsExactly(all.get(3));
    assertThat(written(OutboxState.DIFFERS)).containsExactly(all.get(4));
    assertThat(written(OutboxState.PENDING))
        .as("deferred, and one with a receipt it never asked for")
        .containsExactly(all.get(2), all.get(5));
    assertThat(store.counts()).isEqualTo(new OutboxCounts(2, 1, 1, 0, 1, 1, 1));
    assertThat(pending()).as("not before its time").containsExactly(all.get(5));
    assertThat(store.listPending(0, 9, 1 << 20, LATER)).hasSize(2);
  }

  @Test
  void beginAttempt_whenOneWasWithdrawnOrEditedMeanwhile_sendsWhatIsThere() {
    WrittenEntry withdrawn = save(li.hazard("a"));
    WrittenEntry before = save(li.hazard("b"));
    WrittenEntry after = li.hazard(id(before), "b, better");
    store.withdraw(id(withdrawn));
    store.reopen(after);

    assertThat(store.beginAttempt(ids(withdrawn, before)))
        .extracting(OutboxEntry::written)
        .containsExactly(after);
  }

  @Test
  void withdraw_whenNeverAttempted_leavesTheLedgerAndMayComeBack() {
    WrittenEntry entry = save(li.hazard("a"));
    WrittenEntry better = li.hazard(id(entry), "a, better");

    assertThat(store.withdraw(id(entry))).isTrue();
    assertThat(store.find(id(entry))).isEmpty();
    assertThat(pending()).isEmpty();
    assertThat(written(OutboxState.WITHDRAWN)).containsExactly(entry);

    assertThat(store.reopen(better)).isTrue();
    assertThat(store.find(id(entry)).orElseThrow().written()).isEqualTo(better);
    assertThat(pending()).containsExactly(better);
  }

  @Test
  void withdraw_whenAttempted_hasNoEffect() {
    WrittenEntry entry = save(li.hazard("a"));
    store.beginAttempt(ids(entry));

    assertThat(store.withdraw(id(entry))).isFalse();
    assertThat(store.reopen(li.hazard(id(entry), "b"))).isFalse();
    assertThat(pending()).containsExactly(entry);
    assertThat(store.find(id(entry)).orElseThrow().written()).isEqualTo(entry);
  }

  @Test
  void mend_whenQuarantined_isPendingAgainUnderItsId() {
    WrittenEntry entry = save(li.hazard("a"));
    WrittenEntry mended = li.hazard(id(entry), "mended");
    assertThat(store.mend(mended)).as("nothing to mend yet").isFalse();
    store.quarantine(id(entry), PROBLEM);
    assertThat(pending()).isEmpty();
    assertThat(store.find(id(entry))).as("still counted here").isPresent();

    assertThat(store.mend(mended)).isTrue();

    assertThat(pending()).containsExactly(mended);
    assertThat(store.list(OutboxState.PENDING).get(0).problem()).isEmpty();
    assertThat(store.find(id(entry)).orElseThrow().written()).isEqualTo(mended);
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

  private WrittenEntry save(WrittenEntry entry) {
    store.save(entry, li.unsent());
    return entry;
  }

  private List<WrittenEntry> pending() {
    return store.listPending(0, 100, 1 << 20, NOW).stream().map(OutboxEntry::written).toList();
  }

  private List<WrittenEntry> written(OutboxState state) {
    return store.list(state).stream().map(OutboxEntry::written).toList();
  }

  private List<LedgerEntry> scanAll() {
    List<LedgerEntry> entries = new ArrayList<>();
    store.scan(0, Stamp.UNSENT, entries::add);
    return entries;
  }

  private static String text(WrittenEntry entry) {
    return new String(entry.bytes(), UTF_8);
  }

  private static String id(WrittenEntry entry) {
    return entry.entry().id();
  }

  private static List<String> ids(WrittenEntry... entries) {
    return ids(List.of(entries));
  }

  private static List<String> ids(List<WrittenEntry> entries) {
    return entries.stream().map(PhoneStoreContract::id).toList();
  }
}
