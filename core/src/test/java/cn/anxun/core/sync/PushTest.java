package cn.anxun.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of what was recorded: every receipt, and none. */
class PushTest extends SyncTest {

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
  void push_whenTheLastHeadAloneIsTold_keepsIt() {
    WrittenEntry a = save("a");
    WrittenEntry b = save("b");
    server.nextPushes.add(
        push -> {
          List<Receipt> receipts = new ArrayList<>();
          receipts.add(server.accept(a, Role.INSPECTOR));
          receipts.add(server.accept(b, Role.INSPECTOR));
          return new RemoteAnswer.Answered<>(new PushReply(receipts, Records.NOW).withLastHead());
        });

    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Done.class);
    assertThat(written(OutboxState.ACCEPTED)).containsExactly(a, b);
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
    assertThat(store.listPending(0, 1, 1, Records.NOW.plus(SyncLimits.DEFERRAL))).hasSize(1);
  }

  @Test
  void push_whenWithdrawnBeforeTheFirstAttempt_isNeverSent() {
    WrittenEntry entry = save("a");
    store.withdraw(id(entry));

    engine.sync();

    assertThat(server.pushes).isEmpty();
    assertThat(held()).isEmpty();
  }
}
