package cn.anxun.app.account;

import java.util.Optional;
import javax.inject.Inject;

/** {@link Door} by enrolment, PIN and lock. */
public final class PhoneDoor implements Door {
  private final Enrolments enrolments;
  private final Pin pin;
  private final ElapsedIdleLock lock;
  private final WipeProgress wipe;
  private final Consent consent;
  private final Lease lease;

  @Inject
  public PhoneDoor(
      Enrolments enrolments,
      Pin pin,
      ElapsedIdleLock lock,
      WipeProgress wipe,
      Consent consent,
      Lease lease) {
    this.lease = lease;
    this.consent = consent;
    this.wipe = wipe;
    this.enrolments = enrolments;
    this.pin = pin;
    this.lock = lock;
  }

  @Override
  public Way way() {
    if (wipe.stage() != WipeProgress.Stage.NONE) {
      return Way.WIPED;
    }
    if (!consent.isGiven()) {
      return Way.NOTICE;
    }
    Optional<Enrolled> enrolled = enrolments.find();
    if (!enrolled.isPresent()) {
      return Way.ENROL;
    }
    lock.setIdle(enrolled.get().idle());
    if (!pin.isSet()) {
      return Way.SET_PIN;
    }
    if (lease.isOver()) {
      lock.lock();
    }
    return lock.isLocked() ? Way.UNLOCK : Way.OPEN;
  }
}
