package cn.anxun.server.simulation.mutant;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.Witness;
import cn.anxun.server.simulation.PassingRemote;
import cn.anxun.server.simulation.Wiring;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A push takes its seqs before its transaction, so two at once commit out of order: who pulls
 * between the two commits sees the later seqs, moves on, and never sees the earlier ones. A push is
 * taken to commit as it is answered.
 */
final class SequenceWithoutLock implements Wiring {
  private final Set<String> uncommitted = ConcurrentHashMap.newKeySet();

  @Override
  public RemoteLedger remote(int phone, RemoteLedger remote) {
    return new PassingRemote(remote) {
      @Override
      public RemoteAnswer<PushReply> push(List<WrittenEntry> entries) {
        List<String> ids = entries.stream().map(entry -> entry.entry().id()).toList();
        uncommitted.addAll(ids);
        try {
          return super.push(entries);
        } finally {
          ids.forEach(uncommitted::remove);
        }
      }

      @Override
      public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
        RemoteAnswer<PullPage> answer = super.pull(cursor, limit, head);
        if (!(answer instanceof RemoteAnswer.Answered<PullPage> answered)) {
          return answer;
        }
        List<LedgerEntry> entries = answered.value().entries();
        int end = lastCommitted(entries);
        if (end == entries.size()) {
          return committed(answered.value());
        }
        return end == 0
            ? new RemoteAnswer.Offline<>(RemoteAnswer.Reason.UNREACHABLE)
            : super.pull(cursor, end, head) instanceof RemoteAnswer.Answered<PullPage> shorter
                ? committed(shorter.value())
                : answer;
      }
    };
  }

  /** How many of these there are as far as the last one that is committed: no further is seen. */
  private int lastCommitted(List<LedgerEntry> entries) {
    int end = entries.size();
    while (end > 0 && uncommitted.contains(entries.get(end - 1).id())) {
      end--;
    }
    return end;
  }

  private RemoteAnswer<PullPage> committed(PullPage page) {
    List<LedgerEntry> entries =
        page.entries().stream().filter(entry -> !uncommitted.contains(entry.id())).toList();
    return PassingRemote.answer(page, entries, page.cursor(), page.reset());
  }
}
