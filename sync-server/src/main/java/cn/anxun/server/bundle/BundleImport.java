package cn.anxun.server.bundle;

import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.SyncLimits;
import cn.anxun.core.sync.bundle.BundleException;
import cn.anxun.core.sync.bundle.BundleException.Problem;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Authentication;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.HeldPush;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.auth.PushAudit;
import cn.anxun.server.inbox.ServedPush;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a bundle as if its device had pushed what is in it: into the ledger, or into the inbox
 * where the device is revoked. Taking it again changes nothing and gives the same receipts.
 */
final class BundleImport {

  /** What the phone is answered, and what became of the entries. */
  record Outcome(PushReply reply, BundleCounts counts) {}

  private final Directory directory;
  private final BureauLedgers ledgers;
  private final InstantSource clock;
  private final List<Receipt> receipts = new ArrayList<>();
  private int accepted;
  private int alreadyThere;
  private int rejected;
  private int deferred;
  private int held;

  private BundleImport(Directory directory, BureauLedgers ledgers, InstantSource clock) {
    this.directory = directory;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /**
   * Takes the bundle.
   *
   * @param actor who the audit says it was
   * @throws BundleException where it is of no device that may push
   */
  static Outcome take(
      Bundle bundle, Directory directory, BureauLedgers ledgers, InstantSource clock, String actor)
      throws BundleException {
    return new BundleImport(directory, ledgers, clock).take(bundle, actor);
  }

  private Outcome take(Bundle bundle, String actor) throws BundleException {
    Authentication authentication = directory.devices().authenticate(bundle.token());
    if (authentication instanceof Authentication.Valid valid) {
      accept(checked(valid.principal(), bundle), bundle.entries());
    } else if (authentication instanceof Authentication.Withdrawn withdrawn) {
      hold(checked(withdrawn.principal(), bundle), bundle.entries());
    } else {
      throw new BundleException(Problem.UNKNOWN_DEVICE);
    }
    BundleCounts counts = new BundleCounts(accepted, alreadyThere, rejected, deferred, held);
    directory
        .audit()
        .record(
            AuditEvent.of(actor, "bundle-imported")
                .in(bundle.header().bureau())
                .about(bundle.header().device())
                .saying(counts.toString()));
    return new Outcome(new PushReply(receipts, clock.instant()), counts);
  }

  private static Principal checked(Principal principal, Bundle bundle) throws BundleException {
    if (!principal.device().equals(bundle.header().device())
        || !principal.bureau().equals(bundle.header().bureau())) {
      throw new BundleException(Problem.UNKNOWN_DEVICE);
    }
    return principal;
  }

  private void accept(Principal principal, List<byte[]> entries) throws BundleException {
    if (!principal.may(Permission.PUSH)) {
      throw new BundleException(Problem.FORBIDDEN);
    }
    ServedPush served = new ServedPush(directory.inbox());
    PushAudit audit = new PushAudit(directory.audit());
    BureauLedger ledger = ledgers.get(principal.bureau());
    for (int from = 0; from < entries.size(); from += SyncLimits.BATCH_ENTRIES) {
      int to = Math.min(entries.size(), from + SyncLimits.BATCH_ENTRIES);
      long before = ledger.lastSeq();
      List<Receipt> batch = served.accept(principal, ledger, entries.subList(from, to));
      audit.record(principal, ledger, batch);
      count(batch, before);
    }
  }

  private void hold(Principal principal, List<byte[]> entries) throws BundleException {
    count(
        new HeldPush(directory.inbox())
            .hold(principal, ledgers.get(principal.bureau()), entries)
            .orElseThrow(() -> new BundleException(Problem.INBOX_FULL)),
        0);
  }

  /** New ones have a seq after the last; one that comes twice in a batch is new once. */
  private void count(List<Receipt> batch, long before) {
    long last = before;
    for (Receipt receipt : batch) {
      if (receipt instanceof Receipt.Accepted at && at.seq() > last) {
        accepted++;
        last = at.seq();
      } else if (receipt instanceof Receipt.Accepted) {
        alreadyThere++;
      } else if (receipt instanceof Receipt.Rejected) {
        rejected++;
      } else if (receipt instanceof Receipt.Deferred) {
        deferred++;
      } else {
        held++;
      }
    }
    receipts.addAll(batch);
  }
}
