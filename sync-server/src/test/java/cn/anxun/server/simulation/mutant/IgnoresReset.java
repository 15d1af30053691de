package cn.anxun.server.simulation.mutant;

import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.Witness;
import cn.anxun.server.simulation.PassingRemote;
import cn.anxun.server.simulation.Wiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Phones that do not do all that a reset asks for. */
final class IgnoresReset {
  private IgnoresReset() {}

  /** In a new epoch a phone pulls anew, but does not offer its own entries again. */
  static Wiring sendsNothingAgain() {
    return new Wiring() {
      @Override
      public PhoneStore store(int phone, PhoneStore store) {
        return new PassingStore(store) {
          @Override
          public void beginEpoch() {
            super.beginScope();
          }
        };
      }
    };
  }

  /** In a new scope a phone pulls anew, but what it pulled before stays. */
  static Wiring dropsNothing() {
    return new Wiring() {
      @Override
      public PhoneStore store(int phone, PhoneStore store) {
        return new PassingStore(store) {
          @Override
          public void dropPulled() {
            keep(syncState().dropped());
          }
        };
      }
    };
  }

  /** A phone goes on from where it was, and drops and offers nothing. */
  static Wiring goesOn(PullPage.Reset ignored) {
    return new Wiring() {
      private final Map<Integer, Long> lastSeqs = new ConcurrentHashMap<>();

      @Override
      public RemoteLedger remote(int phone, RemoteLedger remote) {
        return new PassingRemote(remote) {
          @Override
          public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
            RemoteAnswer<PullPage> answer = super.pull(cursor, limit, head);
            if (!(answer instanceof RemoteAnswer.Answered<PullPage> answered)) {
              return answer;
            }
            PullPage page = answered.value();
            long last = lastSeqs.getOrDefault(phone, 0L);
            page.entries().forEach(entry -> lastSeqs.merge(phone, entry.seq(), Math::max));
            // By a page with nothing on it one who is not served learns of a restore. Any other
            // would
            // say that it is served again, and then no sync comes to an end.
            boolean goesOn =
                page.reset() == ignored && !cursor.isEmpty() && !page.entries().isEmpty();
            return goesOn ? goingOn(last, page) : answer;
          }
        };
      }
    };
  }

  private static RemoteAnswer<PullPage> goingOn(long last, PullPage page) {
    List<LedgerEntry> later = page.entries().stream().filter(entry -> entry.seq() > last).toList();
    return PassingRemote.answer(page, later, page.cursor(), PullPage.Reset.NONE);
  }
}
