package cn.anxun.app.account;

import cn.anxun.app.data.local.BundledEntries;
import cn.anxun.core.sync.PhoneStore;
import javax.inject.Inject;

/**
 * 退出登录. The ledger stays on the phone, encrypted. What is unsent keeps from it, unless all of it is
 * in a sealed bundle; and then too it stays in the outbox and goes up when the same account is
 * enrolled again.
 */
public final class LogOut {
  private final PhoneStore store;
  private final BundledEntries bundled;
  private final Enrolments enrolments;
  private final Pin pin;
  private final IdleLock lock;
  private final Leaving leaving;
  private final Consent consent;

  @Inject
  public LogOut(
      PhoneStore store,
      BundledEntries bundled,
      Enrolments enrolments,
      Pin pin,
      IdleLock lock,
      Leaving leaving,
      Consent consent) {
    this.consent = consent;
    this.store = store;
    this.bundled = bundled;
    this.enrolments = enrolments;
    this.pin = pin;
    this.lock = lock;
    this.leaving = leaving;
  }

  /**
   * Logs out, unless something is neither sent nor in a bundle. Waits for the disk.
   *
   * @return how many entries keep from it: those in no bundle, and those that were refused and wait
   *     to be mended; 0 where it is done
   */
  public int logOut() {
    int unsent = bundled.countLoose() + store.counts().quarantined();
    if (unsent == 0) {
      enrolments.find().ifPresent(leaving::leave);
      enrolments.forget();
      pin.forget();
      consent.forget();
      lock.lock();
    }
    return unsent;
  }
}
