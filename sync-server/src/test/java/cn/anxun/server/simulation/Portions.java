package cn.anxun.server.simulation;

import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.SyncLimits;
import cn.anxun.core.sync.Witness;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * How much travels at once, so that a few entries take several batches and pages, as some hundred
 * do in the field. Remembers whether a pull is between two pages.
 */
final class Portions {
  private static final List<Integer> PAGES = List.of(SyncLimits.PAGE_ENTRIES, 7, 3, 2);
  private static final List<Integer> BATCHES = List.of(SyncLimits.BATCH_ENTRIES, 6, 3, 2);

  private final int page;
  private final int batch;
  private final Happened happened;
  private boolean betweenPages;

  private Portions(int page, int batch, Happened happened) {
    this.page = page;
    this.batch = batch;
    this.happened = happened;
  }

  /** What this seed says; one in four is as in the field. */
  static Portions of(long seed, Happened happened) {
    Random random = new Random(seed);
    return new Portions(
        PAGES.get(random.nextInt(PAGES.size())),
        BATCHES.get(random.nextInt(BATCHES.size())),
        happened);
  }

  /** The phone was killed. */
  void killed() {
    if (betweenPages) {
      happened.count("phone: killed between two pages");
    }
    betweenPages = false;
  }

  /** The server's ledger, which gives pages of so many entries. */
  RemoteLedger pages(RemoteLedger remote) {
    return new PassingRemote(remote) {
      @Override
      public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
        RemoteAnswer<PullPage> answer = super.pull(cursor, Math.min(limit, page), head);
        betweenPages =
            limit > 1
                && answer instanceof RemoteAnswer.Answered<PullPage> answered
                && answered.value().more();
        if (betweenPages) {
          happened.count("page with more to come");
        }
        return answer;
      }
    };
  }

  /** The store, which lists no more than so many at once as pending. */
  PhoneStore batches(PhoneStore store) {
    return (PhoneStore)
        Proxy.newProxyInstance(
            PhoneStore.class.getClassLoader(),
            new Class<?>[] {PhoneStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("listPending")) {
                return listPending(
                    store,
                    (long) arguments[0],
                    (int) arguments[1],
                    (long) arguments[2],
                    (Instant) arguments[3]);
              } else if (method.getName().equals("suspect")
                  && ((List<?>) arguments[0]).size() > 1) {
                happened.count("batch of several failed and halved");
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }

  private List<OutboxEntry> listPending(
      PhoneStore store, long after, int count, long bytes, Instant now) {
    List<OutboxEntry> pending = store.listPending(after, Math.min(count, batch), bytes, now);
    if (count > batch
        && pending.size() == batch
        && !store.listPending(pending.get(batch - 1).position(), 1, 0, now).isEmpty()) {
      happened.count("batch with more to come");
    }
    return pending;
  }
}
