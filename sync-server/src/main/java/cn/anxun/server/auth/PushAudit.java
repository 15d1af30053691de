package cn.anxun.server.auth;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.entry.YearClosed;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.Pusher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps in the audit what a push changed of what was said before: corrections, voids, documents,
 * closes.
 */
public final class PushAudit {
  private static final List<String> AUDITED =
      Kinds.ALL.stream()
          .filter(
              kind -> kind.effect() == Kind.Effect.AMENDS || kind.effect() == Kind.Effect.DOCUMENT)
          .map(Kind::name)
          .toList();

  /** The clocks of several servers are less apart than this. */
  private static final Duration APART = Duration.ofHours(1);

  private final Audit audit;

  public PushAudit(Audit audit) {
    this.audit = audit;
  }

  /**
   * Audits what was accepted of this person, each entry once however often it is offered: who
   * offers again what was accepted by a server that could not audit it any more has it audited now.
   * What others had handed over is theirs, whoever offers it.
   */
  public void record(Principal principal, BureauLedger ledger, List<Receipt> receipts) {
    record(
        principal,
        new Pusher(principal.account(), principal.role(), principal.device()),
        ledger,
        receipts);
  }

  /**
   * The same of what was pushed for somebody.
   *
   * @param principal who asked for it
   * @param pusher in whose name it was accepted
   */
  public void record(
      Principal principal, Pusher pusher, BureauLedger ledger, List<Receipt> receipts) {
    List<String> accepted = new ArrayList<>();
    for (Receipt receipt : receipts) {
      if (receipt instanceof Receipt.Accepted at) {
        accepted.add(at.id());
      }
    }
    List<AuditEvent> events = new ArrayList<>();
    Instant since = Instant.MAX;
    for (LedgerEntry entry : ledger.list(accepted, AUDITED)) {
      Optional<AuditEvent> event =
          isOf(pusher, entry.stamp()) ? event(principal, entry) : Optional.empty();
      if (event.isPresent()) {
        events.add(event.get());
        Instant at = entry.stamp().at().minus(APART);
        since = at.isBefore(since) ? at : since;
      }
    }
    if (!events.isEmpty()) {
      audit.recordOnce(events, since);
    }
  }

  private static boolean isOf(Pusher pusher, Stamp stamp) {
    return stamp.author().equals(pusher.account()) && stamp.device().equals(pusher.device());
  }

  private static Optional<AuditEvent> event(Principal principal, LedgerEntry stamped) {
    Entry entry = stamped.entry();
    Kind.Effect effect = entry.kind().effect();
    if (effect == Kind.Effect.AMENDS) {
      return Optional.of(about(stamped, AuditEvent.of(principal, "correction")));
    }
    if (effect == Kind.Effect.DOCUMENT) {
      boolean closes = entry instanceof YearClosed;
      return Optional.of(
          about(stamped, AuditEvent.of(principal, closes ? "year-closed" : "document")));
    }
    return Optional.empty();
  }

  private static AuditEvent about(LedgerEntry stamped, AuditEvent event) {
    return event
        .about(stamped.id())
        .saying(
            stamped.entry().kind().name()
                + ' '
                + stamped.entry().subject()
                + " seq "
                + stamped.seq());
  }
}
