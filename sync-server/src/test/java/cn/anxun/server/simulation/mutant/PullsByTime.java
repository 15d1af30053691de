package cn.anxun.server.simulation.mutant;

import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.Witness;
import cn.anxun.server.simulation.PassingRemote;
import cn.anxun.server.simulation.Wiring;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The cursor says when the last entry was accepted, not where it stands: of entries of one time,
 * and of those that a server whose clock was set back accepts, some are never pulled.
 */
final class PullsByTime implements Wiring {
  private static final String TIME = "~";

  @Override
  public RemoteLedger remote(int phone, RemoteLedger remote) {
    return new PassingRemote(remote) {
      @Override
      public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
        int at = cursor.indexOf(TIME);
        Instant since = at < 0 ? Instant.MIN : Instant.parse(cursor.substring(at + 1));
        RemoteAnswer<PullPage> answer =
            super.pull(at < 0 ? cursor : cursor.substring(0, at), limit, head);
        return answer instanceof RemoteAnswer.Answered<PullPage> answered
                && answered.value().reset() == PullPage.Reset.NONE
            ? after(since, answered.value())
            : answer;
      }
    };
  }

  private static RemoteAnswer<PullPage> after(Instant since, PullPage page) {
    List<LedgerEntry> entries =
        page.entries().stream().filter(entry -> entry.stamp().at().isAfter(since)).toList();
    Instant last =
        entries.stream().map(entry -> entry.stamp().at()).max(Instant::compareTo).orElse(since);
    String cursor = last.equals(Instant.MIN) ? page.cursor() : page.cursor() + TIME + last;
    return PassingRemote.answer(page, entries, cursor, page.reset());
  }
}
