package cn.anxun.app.account;

/**
 * Locks the app when nobody has touched it for a while. A screen with a form open takes a hold as
 * its view is made and gives it back as the view goes; while anybody holds, the lock strikes only
 * after an hour without a touch, for an inspection takes long, or where the app has lain behind
 * others for the usual while. What is typed is kept as a draft, and found again:
 *
 * <pre>
 * private IdleLock.@Nullable Hold hold;
 * onViewCreated: hold = idleLock.hold();
 * onDestroyView: hold.close();
 * </pre>
 *
 * Safe for several threads; a hold is given back once however often it is closed.
 */
public interface IdleLock {

  /** Keeps the lock from striking so soon, until it is closed. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  Hold hold();

  /** Somebody has touched the screen. */
  void touched();

  /** The app has gone from the screen. */
  void left();

  /** It is on the screen again. */
  void returned();

  /** Whether the app is shut now: at the start, or untouched for too long. */
  boolean isLocked();

  /** The right PIN or finger. */
  void unlock();

  /** Shuts it at once, at somebody's wish. */
  void lock();
}
