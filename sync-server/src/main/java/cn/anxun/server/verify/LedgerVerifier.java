package cn.anxun.server.verify;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.StoredLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Verifies a bureau's file against itself and against heads that were kept elsewhere. The chain
 * alone shows any change but one by someone who computed all later hashes again, or cut the tail
 * off: those show against a head that a phone or a printed form has.
 */
public final class LedgerVerifier {
  private static final int PROGRESS_EVERY = 5_000;

  private final LedgerFold fold;

  public LedgerVerifier(LedgerFold fold) {
    this.fold = fold;
  }

  /**
   * Verifies everything, as one snapshot sees it.
   *
   * @param progress is told how many entries were walked, now and then
   */
  public Verification verify(
      Database bureau, List<WitnessedHead> witnesses, LongConsumer progress) {
    return bureau.read(handle -> verify(handle, witnesses, progress));
  }

  /** The same as this transaction sees it, with what it has not committed yet. */
  public Verification verify(Handle handle, List<WitnessedHead> witnesses, LongConsumer progress) {
    StoredLedger ledger = new StoredLedger(handle);
    ChainWalk walk = new ChainWalk();
    ledger.scanStored(
        0,
        Long.MAX_VALUE,
        row -> {
          walk.take(row);
          if (walk.last() % PROGRESS_EVERY == 0) {
            progress.accept(walk.last());
          }
        });
    List<Finding> findings = new ArrayList<>(walk.findings(ledger));
    witnesses.forEach(witness -> hold(ledger, walk.last(), witness).ifPresent(findings::add));
    findings.addAll(new ProjectionCheck(handle, fold).findings());
    findings.addAll(new ClosedYearCheck(ledger, fold).findings());
    return new Verification(ledger.head(), witnesses.size(), findings);
  }

  private static Optional<Finding> hold(StoredLedger ledger, long last, WitnessedHead witness) {
    if (witness.seq() > last) {
      return Optional.of(Finding.of(Finding.Type.TAIL_CUT, witness.by(), witness.seq(), last));
    }
    String hash = ledger.findHead(witness.seq()).map(Head::hash).orElse("");
    return hash.equals(witness.hash().toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of(
            Finding.of(Finding.Type.REWRITTEN, witness.by(), witness.seq(), witness.hash(), hash));
  }
}
