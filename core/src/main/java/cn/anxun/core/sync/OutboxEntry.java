package cn.anxun.core.sync;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of one's own and where it stands. What may follow on what is decided here, so that every
 * store does the same; a step that is not open answers empty.
 *
 * @param position its place among one's own, from 1, in the order they were saved; kept when it is
 *     mended
 * @param stamp what the phone folds it with until the server's comes
 * @param attempted whether it was ever sent, or begun to be
 * @param problem why it is quarantined
 * @param deferredUntil when it is to be offered again, after the server did not know its kind
 */
public record OutboxEntry(
    long position,
    WrittenEntry written,
    Stamp stamp,
    OutboxState state,
    boolean attempted,
    Suspicion suspicion,
    Optional<EntryProblem> problem,
    Optional<Instant> deferredUntil) {

  /** A new entry, pending. */
  public static OutboxEntry saved(long position, WrittenEntry written, Stamp stamp) {
    return new OutboxEntry(
        position,
        written,
        stamp,
        OutboxState.PENDING,
        false,
        Suspicion.NONE,
        Optional.empty(),
        Optional.empty());
  }

  public String id() {
    return written.entry().id();
  }

  /** As the ledger holds it before the server's stamp comes. */
  public LedgerEntry unsent() {
    return new LedgerEntry(written, stamp);
  }

  public Optional<OutboxEntry> begun() {
    return pending(
        new OutboxEntry(position, written, stamp, state, true, suspicion, problem, deferredUntil));
  }

  public Optional<OutboxEntry> suspected(Suspicion next) {
    return pending(
        new OutboxEntry(position, written, stamp, state, attempted, next, problem, deferredUntil));
  }

  public Optional<OutboxEntry> quarantined(EntryProblem reason) {
    return pending(in(OutboxState.QUARANTINED, Optional.of(reason), Optional.empty()));
  }

  /** By the receipt for its id. */
  public Optional<OutboxEntry> settled(Receipt receipt, Instant until) {
    if (!attempted || !receipt.id().equals(id())) {
      return Optional.empty();
    }
    OutboxEntry next;
    if (receipt instanceof Receipt.Accepted accepted) {
      next =
          in(
              accepted.differs() ? OutboxState.DIFFERS : OutboxState.ACCEPTED,
              Optional.empty(),
              Optional.empty());
    } else if (receipt instanceof Receipt.Held) {
      next = in(OutboxState.HELD, Optional.empty(), Optional.empty());
    } else if (receipt instanceof Receipt.Rejected rejected) {
      next = in(OutboxState.QUARANTINED, Optional.of(rejected.problem()), Optional.empty());
    } else {
      next = in(OutboxState.PENDING, Optional.empty(), Optional.of(until));
    }
    return pending(next);
  }

  public Optional<OutboxEntry> mended(WrittenEntry by) {
    return state == OutboxState.QUARANTINED ? Optional.of(rewritten(by)) : Optional.empty();
  }

  public Optional<OutboxEntry> withdrawn() {
    return attempted
        ? Optional.empty()
        : pending(in(OutboxState.WITHDRAWN, Optional.empty(), Optional.empty()));
  }

  public Optional<OutboxEntry> reopened(WrittenEntry by) {
    boolean open = !attempted && (state == OutboxState.PENDING || state == OutboxState.WITHDRAWN);
    return open ? Optional.of(rewritten(by)) : Optional.empty();
  }

  /** In a new epoch: what was handed over is pending again. */
  public Optional<OutboxEntry> offeredAgain() {
    return switch (state) {
      case ACCEPTED, HELD, DIFFERS ->
          Optional.of(in(OutboxState.PENDING, Optional.empty(), Optional.empty()));
      case PENDING, WITHDRAWN, QUARANTINED -> Optional.empty();
    };
  }

  /** Served again: what was handed over into the inbox is pending again. */
  public Optional<OutboxEntry> servedAgain() {
    return state == OutboxState.HELD ? offeredAgain() : Optional.empty();
  }

  /** With other bytes in the same place. */
  public OutboxEntry with(WrittenEntry bytes) {
    return new OutboxEntry(
        position, bytes, stamp, state, attempted, suspicion, problem, deferredUntil);
  }

  private OutboxEntry rewritten(WrittenEntry by) {
    if (!by.entry().id().equals(id())) {
      throw new IllegalArgumentException("an entry is edited under its own id " + id());
    }
    return with(by).in(OutboxState.PENDING, Optional.empty(), Optional.empty());
  }

  private OutboxEntry in(OutboxState next, Optional<EntryProblem> reason, Optional<Instant> until) {
    return new OutboxEntry(
        position, written, stamp, next, attempted, Suspicion.NONE, reason, until);
  }

  private Optional<OutboxEntry> pending(OutboxEntry next) {
    return state == OutboxState.PENDING ? Optional.of(next) : Optional.empty();
  }
}
