package cn.anxun.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 核对: what the phone pulled is held against what the server holds for it. */
class LedgerCheckTest extends SyncTest {
  private final LedgerCheck check = new LedgerCheck(store, server);

  private LedgerCheck.Result compare() {
    return check.compare(taken -> {});
  }

  private List<LedgerEntry> stamped() {
    List<LedgerEntry> entries = new ArrayList<>();
    store.scan(0, Stamp.UNSENT - 1, entries::add);
    return entries;
  }

  @Test
  void compare_whenSynced_isTheSameWhateverIsUnsentHere() {
    wang.hazards(450).forEach(entry -> server.accept(entry, Role.INSPECTOR));
    save("sent");
    engine.sync();
    save("unsent");
    List<Long> told = new ArrayList<>();

    assertThat(check.compare(told::add)).isEqualTo(new LedgerCheck.Result.Same(451));
    assertThat(told).containsExactly(200L, 400L);
  }

  @Test
  void compare_whenTheServerHasMoreSince_isTheSameAtTheCursor() {
    wang.hazards(3).forEach(entry -> server.accept(entry, Role.INSPECTOR));
    engine.sync();
    server.accept(wang.hazard("later"), Role.INSPECTOR);

    assertThat(compare()).isEqualTo(new LedgerCheck.Result.Same(3));
  }

  @Test
  void compare_whenThePersonalPartWasErasedSince_isTheSame() {
    WrittenEntry named = wang.hazard("with a name");
    server.accept(named, Role.INSPECTOR);
    engine.sync();
    Fields fields =
        Fields.builder().set(Redacted.TARGET, id(named)).set(Redacted.REASON, "本人要求").build();
    server.accept(
        EntryJson.write(new Redacted(wang.header(wang.nextId(), id(named)), fields)), Role.OFFICE);
    assertThat(compare()).isEqualTo(new LedgerCheck.Result.Same(1));

    engine.sync();
    assertThat(compare()).isEqualTo(new LedgerCheck.Result.Same(2));
  }

  @Test
  void compare_whenAByteOrAStampIsNotTheSame_isDifferent() {
    List<WrittenEntry> entries = wang.hazards(3);
    entries.forEach(entry -> server.accept(entry, Role.INSPECTOR));
    engine.sync();
    LedgerEntry held = stamped().get(1);

    store.restore(1, 2, List.of(new LedgerEntry(wang.hazard(held.id(), "第9条"), held.stamp())));
    assertThat(compare()).isEqualTo(new LedgerCheck.Result.Different(3, 3));

    store.restore(1, 2, List.of(new LedgerEntry(held.written(), li.stamp(2))));
    assertThat(compare()).isEqualTo(new LedgerCheck.Result.Different(3, 3));

    store.restore(1, 2, List.of());
    assertThat(compare()).isEqualTo(new LedgerCheck.Result.Different(2, 3));
  }

  @Test
  void repair_whenWhatWasPulledIsDroppedForAnotherScope_leavesItToTheNextSync() {
    server.accept(wang.hazard("theirs"), Role.INSPECTOR);
    engine.sync();
    store.dropPulled();
    server.nextDigests.add(new RemoteAnswer.Answered<>(ServerDigest.at(1, new LedgerDigest())));

    assertThat(check.repair(taken -> {})).isInstanceOf(LedgerCheck.Result.SyncFirst.class);

    assertThat(stamped()).isEmpty();
  }

  @Test
  void repair_whenRowsAreMissingChangedAndForeign_setsThemRightAndKeepsTheUnsent() {
    server.pageSize = 4;
    wang.hazards(10).forEach(entry -> server.accept(entry, Role.INSPECTOR));
    engine.sync();
    WrittenEntry unsent = save("unsent");
    SyncState before = store.syncState();
    store.restore(2, 4, List.of());
    store.restore(6, 7, List.of(new LedgerEntry(wang.hazard("foreign"), wang.stamp(7))));
    assertThat(compare()).isEqualTo(new LedgerCheck.Result.Different(8, 10));

    assertThat(check.repair(taken -> {})).isEqualTo(new LedgerCheck.Result.Same(10));

    assertThat(stamped()).isEqualTo(server.entries());
    assertThat(written(OutboxState.PENDING)).containsExactly(unsent);
    assertThat(store.syncState()).isEqualTo(before);
  }

  @Test
  void repair_whenItIsCutMidway_losesNothingAndGoesOnNextTime() {
    server.pageSize = 4;
    wang.hazards(10).forEach(entry -> server.accept(entry, Role.INSPECTOR));
    engine.sync();
    store.restore(7, 8, List.of());
    server.nextPulls.add(new RemoteAnswer.Offline<>(RemoteAnswer.Reason.LOST));

    assertThat(check.repair(taken -> {})).isInstanceOf(LedgerCheck.Result.Unanswered.class);
    assertThat(stamped()).hasSize(9);
    assertThat(check.repair(taken -> {})).isEqualTo(new LedgerCheck.Result.Same(10));
  }

  @Test
  void compareAndRepair_whenTheCursorDoesNotFit_leaveItToTheNextSync() {
    assertThat(compare()).isEqualTo(new LedgerCheck.Result.SyncFirst());
    wang.hazards(2).forEach(entry -> server.accept(entry, Role.INSPECTOR));
    engine.sync();
    save("handed over");
    engine.sync();
    server.restoreAt(2);

    assertThat(compare()).isEqualTo(new LedgerCheck.Result.SyncFirst());
    assertThat(check.repair(taken -> {})).isEqualTo(new LedgerCheck.Result.SyncFirst());
    engine.sync();

    assertThat(server.entries()).hasSize(3);
    assertThat(compare()).isEqualTo(new LedgerCheck.Result.Same(3));
  }

  @Test
  void compare_whenOffline_saysSo() {
    wang.hazards(2).forEach(entry -> server.accept(entry, Role.INSPECTOR));
    engine.sync();
    server.nextDigests.add(new RemoteAnswer.Offline<>(RemoteAnswer.Reason.UNREACHABLE));

    assertThat(compare())
        .isEqualTo(
            new LedgerCheck.Result.Unanswered(
                new RemoteAnswer.Offline<>(RemoteAnswer.Reason.UNREACHABLE)));
  }
}
