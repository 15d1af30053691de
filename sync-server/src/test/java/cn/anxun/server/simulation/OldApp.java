package cn.anxun.server.simulation;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.TrainingHeld;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.ServerDigest;
import cn.anxun.core.sync.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ledger as an app reads it that does not know trainings: it keeps their bytes. */
final class OldApp implements RemoteLedger {
  private final RemoteLedger remote;
  private final Happened happened;

  OldApp(RemoteLedger remote, Happened happened) {
    this.remote = remote;
    this.happened = happened;
  }

  @Override
  public RemoteAnswer<PushReply> push(List<WrittenEntry> entries, Optional<Witness> head) {
    return remote.push(entries, head);
  }

  @Override
  public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
    RemoteAnswer<PullPage> answer = remote.pull(cursor, limit, head);
    if (!(answer instanceof RemoteAnswer.Answered<PullPage> answered)) {
      return answer;
    }
    PullPage page = answered.value();
    List<LedgerEntry> read = new ArrayList<>();
    page.entries().forEach(entry -> read.add(asRead(entry)));
    return new RemoteAnswer.Answered<>(
        new PullPage(read, page.cursor(), page.more(), page.headSeq(), page.head(), page.reset()));
  }

  private LedgerEntry asRead(LedgerEntry entry) {
    Entry known = entry.entry();
    if (known.kind() != TrainingHeld.KIND) {
      return entry;
    }
    happened.count("kind pulled by an older app");
    UnknownEntry unknown = new UnknownEntry(known.kind().name(), known.header(), known.fields());
    return new LedgerEntry(new WrittenEntry(unknown, entry.written().bytes()), entry.stamp());
  }

  @Override
  public RemoteAnswer<ServerDigest> digest(String cursor, Optional<Witness> head) {
    return remote.digest(cursor, head);
  }
}
