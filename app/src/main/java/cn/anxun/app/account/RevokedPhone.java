package cn.anxun.app.account;

/** What is done with a phone that its server says was revoked. */
public interface RevokedPhone {

  /** Whether a wipe has begun and nobody has enrolled the phone since. */
  boolean isWiped();

  /** Begins the wipe, and brings it to its end as far as the disk lets it. Waits for the disk. */
  void wipe();

  /**
   * Goes on where a wipe was cut off; does nothing where there is none. Waits for the disk.
   *
   * @throws java.io.UncheckedIOException where the disk would not; nothing unsent was deleted
   * @throws cn.anxun.app.data.local.StoreException the same
   */
  void resume();
}
