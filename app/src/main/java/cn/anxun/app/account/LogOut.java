package cn.anxun.app.account;

import cn.anxun.core.sync.PhoneStore;
import javax.inject.Inject;

/** 退出登录. The ledger stays on the phone, encrypted; what is unsent is never left behind. */
public final class LogOut {
  private final PhoneStore store;
  private final Enrolments enrolments;
  private final Pin pin;
  private final IdleLock lock;

  @Inject
  public LogOut(PhoneStore store, Enrolments enrolments, Pin pin, IdleLock lock) {
    this.store = store;
    this.enrolments = enrolments;
    this.pin = pin;
    this.lock = lock;
  }

  /**
   * Logs out, unless something is unsent. Waits for the disk.
   *
   * @return how many entries are unsent; 0 where it is done
   */
  public int logOut() {
    int unsent = EnrolPhone.unsent(store.counts());
    if (unsent == 0) {
      enrolments.forget();
      pin.forget();
      lock.lock();
    }
    return unsent;
  }
}
