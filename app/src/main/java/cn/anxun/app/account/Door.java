package cn.anxun.app.account;

/** Which screen stands before the app's own. */
public interface Door {

  /** What has to be done to come in. */
  enum Way {
    /** The phone was revoked: all that is left of the account is what is sealed. */
    WIPED,
    /** The person at this phone was not told yet what is collected and why. */
    NOTICE,
    /** 入网: this phone belongs to nobody. */
    ENROL,
    /** The owner has no PIN yet. */
    SET_PIN,
    /** The PIN or the finger. */
    UNLOCK,
    /** Come in. */
    OPEN;

    /** Whether the phone belongs to somebody, and takes in what is sent to it. */
    public boolean isEnrolled() {
      return this == SET_PIN || this == UNLOCK || this == OPEN;
    }
  }

  /** Waits for the disk. */
  Way way();
}
