package cn.anxun.server.auth;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.entry.YearClosed;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.storage.BureauLedger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  private final Audit audit;

  public PushAudit(Audit audit) {
    this.audit = audit;
  }

  /**
   * Audits those of the receipts that are new.
   *
   * @param before the ledger's last seq before the push; what is at or before it was accepted and
   *     audited earlier
   */
  public void record(
      Principal principal, BureauLedger ledger, List<Receipt> receipts, long before) {
    Set<String> added = new HashSet<>();
    long last = before;
    for (Receipt receipt : receipts) {
      if (receipt instanceof Receipt.Accepted accepted && accepted.seq() > before) {
        added.add(accepted.id());
        last = Math.max(last, accepted.seq());
      }
    }
    List<AuditEvent> events = new ArrayList<>();
    if (!added.isEmpty()) {
      ledger.scanKinds(
          before,
          last,
          AUDITED,
          entry -> {
            if (added.contains(entry.id())) {
              event(principal, entry).ifPresent(events::add);
            }
          });
    }
    audit.record(events);
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
