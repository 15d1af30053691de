package cn.anxun.server.backup;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.ServerDigest;
import cn.anxun.core.sync.Witness;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.SampleEntries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bureau's ledger as an inspector's phone reaches it, without HTTP between them. */
final class LedgerOverNoNetwork implements RemoteLedger {
  private final BureauLedger ledger;

  LedgerOverNoNetwork(BureauLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public RemoteAnswer<PushReply> push(List<WrittenEntry> entries) {
    List<byte[]> bytes = entries.stream().map(WrittenEntry::bytes).toList();
    return new RemoteAnswer.Answered<>(
        new PushReply(
            ledger.accept(SampleEntries.INSPECTOR, bytes), SampleEntries.CLOCK.instant()));
  }

  @Override
  public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
    String[] parts = cursor.split(":", -1);
    boolean sameEpoch = cursor.isEmpty() || parts[0].equals(ledger.epoch());
    long from = cursor.isEmpty() || !sameEpoch ? 0 : Long.parseLong(parts[1]);
    List<LedgerEntry> entries = new ArrayList<>();
    ledger.scan(from, from + limit, entries::add);
    Head end = ledger.head();
    long at = Math.min(from + limit, end.seq());
    return new RemoteAnswer.Answered<>(
        new PullPage(
            entries,
            ledger.epoch() + ":" + at,
            at < end.seq(),
            end.seq(),
            end.hash(),
            sameEpoch ? PullPage.Reset.NONE : PullPage.Reset.EPOCH));
  }

  @Override
  public RemoteAnswer<ServerDigest> digest(String cursor, Optional<Witness> head) {
    return new RemoteAnswer.Offline<>(RemoteAnswer.Reason.UNREACHABLE);
  }
}
