package cn.anxun.app.sync;

import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.account.IdleLock;
import cn.anxun.app.account.Lease;
import cn.anxun.app.account.RevokedPhone;
import cn.anxun.app.record.Colleagues;
import cn.anxun.core.sync.BackOff;
import cn.anxun.core.sync.LedgerCheck;
import cn.anxun.core.sync.People;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.SyncEngine;
import cn.anxun.core.sync.SyncOutcome;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongConsumer;
import javax.inject.Inject;
import javax.inject.Singleton;

/** One sync of this phone with its server. */
@Singleton
public final class PhoneSync {
  private final Enrolments enrolments;
  private final Lease lease;
  private final IdleLock lock;
  private final RevokedPhone revoked;
  private final PhoneStore store;
  private final RemoteLedgers remotes;
  private final RemotePeople people;
  private final AfterSync after;
  private final Colleagues colleagues;
  private final NewVersion newVersion;
  private final SyncMemory memory;
  private final SyncStatuses statuses;
  private final Clock clock;
  private final BackOff backOff;

  @Inject
  PhoneSync(
      Enrolments enrolments,
      Lease lease,
      IdleLock lock,
      RevokedPhone revoked,
      PhoneStore store,
      RemoteLedgers remotes,
      RemotePeople people,
      AfterSync after,
      Colleagues colleagues,
      NewVersion newVersion,
      SyncMemory memory,
      SyncStatuses statuses,
      Clock clock,
      Random random) {
    this.enrolments = enrolments;
    this.lease = lease;
    this.lock = lock;
    this.revoked = revoked;
    this.store = store;
    this.remotes = remotes;
    this.people = people;
    this.after = after;
    this.colleagues = colleagues;
    this.newVersion = newVersion;
    this.memory = memory;
    this.statuses = statuses;
    this.clock = clock;
    this.backOff = new BackOff(random);
  }

  /**
   * Syncs, as long as it takes; a second call meanwhile waits for its turn. What the disk will not
   * do is thrown, and told as such.
   *
   * @return empty where the phone is not enrolled
   */
  public synchronized Optional<SyncOutcome> sync() {
    if (revoked.isWiped()) {
      revoked.resume();
      return Optional.empty();
    }
    Optional<Enrolled> enrolled = enrolments.find();
    if (!enrolled.isPresent()) {
      return Optional.empty();
    }
    statuses.began();
    boolean whole = false;
    try {
      SyncOutcome outcome = run(enrolled.get());
      memory.ended(outcome, clock.instant());
      if (outcome instanceof SyncOutcome.Revoked refusal) {
        shut(refusal);
      }
      if (outcome instanceof SyncOutcome.Done) {
        lease.renew();
        askForNames(enrolled.get());
        newVersion.ask(enrolled.get());
        after.follow(enrolled.get());
      }
      whole = true;
      return Optional.of(outcome);
    } finally {
      statuses.ended(!whole);
    }
  }

  /**
   * A server that says the device was revoked is asked once more: what cannot be undone is not done
   * upon one answer. What is unsent is offered again by the way.
   */
  private SyncOutcome run(Enrolled enrolled) {
    SyncEngine engine = new SyncEngine(store, remotes.of(enrolled), clock, backOff);
    SyncOutcome outcome = engine.sync();
    return outcome instanceof SyncOutcome.Revoked refusal && refusal.isDevice()
        ? engine.sync()
        : outcome;
  }

  /** A revoked device is wiped; where only the account is shut, so is the app. */
  private void shut(SyncOutcome.Revoked refusal) {
    if (refusal.isDevice()) {
      revoked.wipe();
    } else if (refusal.isAccount()) {
      lease.end();
      lock.lock();
    }
  }

  /** Where it fails, people are called as they were: no record depends on it. */
  private void askForNames(Enrolled enrolled) {
    String device = enrolled.enrolment().device();
    if (colleagues.isOld(device, clock.instant())
        && people.ask(enrolled) instanceof RemoteAnswer.Answered<People> answered) {
      colleagues.keep(device, answered.value(), clock.instant());
    }
  }

  /**
   * 核对: compares what was pulled with what the server holds for this phone, changing nothing. Waits
   * for a sync under way.
   *
   * @param progress is told how many entries were taken so far
   * @return empty where the phone is not enrolled
   */
  public synchronized Optional<LedgerCheck.Result> compare(LongConsumer progress) {
    return check().map(check -> check.compare(progress));
  }

  /** 重新拉取: as {@link #compare}, and sets right what is not the same. */
  public synchronized Optional<LedgerCheck.Result> repair(LongConsumer progress) {
    return check().map(check -> check.repair(progress));
  }

  private Optional<LedgerCheck> check() {
    return enrolments.find().map(enrolled -> new LedgerCheck(store, remotes.of(enrolled)));
  }
}
