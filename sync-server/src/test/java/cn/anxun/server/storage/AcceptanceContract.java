package cn.anxun.server.storage;

import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.state.LedgerFold;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** How several pushes share one transaction, whatever database it is in. */
abstract class AcceptanceContract {
  /** The database of a bureau that has no entry. */
  abstract Database openDatabase();

  /** From here on, in this transaction, the entry of this id cannot be written. */
  abstract void refuse(Handle handle, String id);

  @Test
  void accept_whenOnePushFails_keepsThoseBeforeAndAfterIt() {
    List<DrillHeld> drills = new SampleEntries().drills(5);
    try (Database database = openDatabase()) {
      List<PushQueue.Outcome> outcomes =
          database.write(
              handle -> {
                refuse(handle, drills.get(2).id());
                Acceptance acceptance = new Acceptance(handle, new LedgerFold(), CLOCK.instant());
                return acceptance.accept(
                    List.of(
                        push(drills.subList(0, 1)),
                        push(drills.subList(1, 3)),
                        push(drills.subList(3, 5))));
              });

      assertThat(outcomes.get(1)).isInstanceOf(PushQueue.Outcome.Failed.class);
      assertThat(((PushQueue.Outcome.Kept) outcomes.get(2)).receipts())
          .extracting("seq")
          .containsExactly(2L, 3L);
      List<String> kept =
          database.read(
              handle ->
                  handle
                      .createQuery("SELECT id FROM entry ORDER BY seq")
                      .mapTo(String.class)
                      .list());
      assertThat(kept).containsExactly(drills.get(0).id(), drills.get(3).id(), drills.get(4).id());
    }
  }

  private static Push push(List<DrillHeld> drills) {
    Random salts = new Random(3);
    return new Push(
        INSPECTOR,
        SampleEntries.bytes(drills).stream().map(bytes -> PushedEntry.of(bytes, salts)).toList());
  }
}
