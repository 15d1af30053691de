package cn.anxun.app.account;

/** Which screen stands before the app's own. */
public interface Door {

  /** What has to be done to come in. */
  enum Way {
    /** 入网: this phone belongs to nobody. */
    ENROL,
    /** The owner has no PIN yet. */
    SET_PIN,
    /** The PIN or the finger. */
    UNLOCK,
    /** Come in. */
    OPEN
  }

  /** Waits for the disk. */
  Way way();
}
