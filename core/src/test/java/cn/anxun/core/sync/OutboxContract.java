package cn.anxun.core.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerStoreContract;
import cn.anxun.core.ledger.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} does, besides what every ledger store does. */
abstract class OutboxContract extends LedgerStoreContract {
  static final Instant NOW = Records.NOW;
  static final Instant LATER = NOW.plusSeconds(3600);
  static final EntryProblem PROBLEM =
      new EntryProblem(EntryProblem.Code.TOO_LONG, "note", "“备注”太长，请缩短后重新发送。");
  static final String HASH = "ab".repeat(32);

  final Records li = new Records("li", "phone-1");
  final Records wang = new Records("wang", "phone-2");
  PhoneStore store;

  @Override
  protected abstract PhoneStore open();

  @BeforeEach
  void openEmpty() {
    store = open();
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

  WrittenEntry save(WrittenEntry entry) {
    store.save(entry, li.unsent());
    return entry;
  }

  List<WrittenEntry> pending() {
    return store.listPending(0, 100, 1 << 20, NOW).stream().map(OutboxEntry::written).toList();
  }

  List<WrittenEntry> written(OutboxState state) {
    return store.list(state).stream().map(OutboxEntry::written).toList();
  }

  List<LedgerEntry> scanAll() {
    List<LedgerEntry> entries = new ArrayList<>();
    store.scan(0, Stamp.UNSENT, entries::add);
    return entries;
  }

  static String text(WrittenEntry entry) {
    return new String(entry.bytes(), UTF_8);
  }

  static String id(WrittenEntry entry) {
    return entry.entry().id();
  }

  static List<String> ids(WrittenEntry... entries) {
    return ids(List.of(entries));
  }

  static List<String> ids(List<WrittenEntry> entries) {
    return entries.stream().map(OutboxContract::id).toList();
  }
}
