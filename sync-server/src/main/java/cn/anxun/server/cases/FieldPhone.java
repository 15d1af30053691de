package cn.anxun.server.cases;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.server.phone.Phone;
import cn.anxun.server.phone.SqlitePhoneStore;
import cn.anxun.server.phone.UnreliableNetwork;

/**
 * A device of a replay: logs the steps dealt to it, offline, and syncs over a network that fails
 * now and then.
 */
final class FieldPhone {
  /** More than any seed needs at the faults a replay has. */
  private static final int MAX_SYNCS = 500;

  private final Phone phone;
  private final WorkClock clock;
  private final UnreliableNetwork network;
  private int logged;
  private int syncs;

  FieldPhone(Phone phone, WorkClock clock, UnreliableNetwork network) {
    this.phone = phone;
    this.clock = clock;
    this.network = network;
  }

  Phone phone() {
    return phone;
  }

  /** What it has done so far. */
  ReplayDevice summary() {
    return new ReplayDevice(
        phone, phone.store() instanceof SqlitePhoneStore, logged, syncs, network.faults());
  }

  /**
   * Logs a step.
   *
   * @throws IllegalStateException where this phone has not pulled what the step rests on
   */
  void log(Step step, SubjectBook book) {
    clock.work(step.date());
    logged++;
    for (Subject mentioned : step.mentions()) {
      requireSeen(mentioned, book);
    }
    if (book.knows(step.subject())) {
      if (!step.subject().isDocument()) {
        requireSeen(step.subject(), book);
      }
      var unused =
          phone.follow(
              step.kind(), book.id(step.subject()), step.date(), step.wording().fields(book));
    } else {
      WrittenEntry opened = phone.record(step.kind(), step.date(), step.wording().fields(book));
      book.put(step.subject(), opened.entry().subject());
    }
  }

  private void requireSeen(Subject subject, SubjectBook book) {
    if (phone.store().listSubject(book.id(subject), Stamp.UNSENT).isEmpty()) {
      throw new IllegalStateException(
          phone.enrolment().device() + " has not pulled " + book.id(subject));
    }
  }

  /**
   * Syncs until everything is sent and pulled.
   *
   * @throws ReplayException where that cannot be reached
   */
  void sync() throws ReplayException {
    for (int i = 0; i < MAX_SYNCS; i++) {
      SyncOutcome outcome = phone.sync();
      syncs++;
      if (outcome instanceof SyncOutcome.Done done) {
        if (done.counts().waiting() > 0) {
          throw new ReplayException("waiting", phone.enrolment().name(), done.counts().waiting());
        }
        return;
      }
      if (outcome instanceof SyncOutcome.Revoked revoked) {
        throw new ReplayException("refused", phone.enrolment().name(), revoked.problem().detail());
      }
      if (outcome instanceof SyncOutcome.UpgradeNeeded upgrade) {
        throw new ReplayException("refused", phone.enrolment().name(), upgrade.problem().detail());
      }
    }
    throw new ReplayException("no-end", phone.enrolment().name(), MAX_SYNCS);
  }
}
