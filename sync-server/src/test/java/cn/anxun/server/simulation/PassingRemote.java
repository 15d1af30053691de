package cn.anxun.server.simulation;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.ServerDigest;
import cn.anxun.core.sync.Witness;
import java.util.List;
import java.util.Optional;

/** Passes everything on to the server, but for what is overridden. */
public class PassingRemote implements RemoteLedger {
  private final RemoteLedger remote;

  public PassingRemote(RemoteLedger remote) {
    this.remote = remote;
  }

  @Override
  public RemoteAnswer<PushReply> push(List<WrittenEntry> entries) {
    return remote.push(entries);
  }

  @Override
  public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
    return remote.pull(cursor, limit, head);
  }

  @Override
  public RemoteAnswer<ServerDigest> digest(String cursor, Optional<Witness> head) {
    return remote.digest(cursor, head);
  }

  /** The page with other entries, another cursor or another reset; whether there is more stays. */
  public static RemoteAnswer<PullPage> answer(
      PullPage page, List<LedgerEntry> entries, String cursor, PullPage.Reset reset) {
    return new RemoteAnswer.Answered<>(
        new PullPage(entries, cursor, page.more(), page.headSeq(), page.head(), reset));
  }
}
