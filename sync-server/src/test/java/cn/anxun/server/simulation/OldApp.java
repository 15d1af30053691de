package cn.anxun.server.simulation;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.TrainingHeld;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ledger as an app reads it that does not know trainings: it keeps their bytes. */
final class OldApp extends PassingRemote {
  private final Happened happened;

  OldApp(RemoteLedger remote, Happened happened) {
    super(remote);
    this.happened = happened;
  }

  @Override
  public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
    RemoteAnswer<PullPage> answer = super.pull(cursor, limit, head);
    if (!(answer instanceof RemoteAnswer.Answered<PullPage> answered)) {
      return answer;
    }
    PullPage page = answered.value();
    List<LedgerEntry> read = new ArrayList<>();
    page.entries().forEach(entry -> read.add(asRead(entry)));
    return answer(page, read, page.cursor(), page.reset());
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
}
