package cn.anxun.app.account;

/**
 * Locks the app when nobody has touched it for a while. A screen with a form open takes a hold as
 * its view is made and gives it back as the view goes; while anybody holds, the lock does not
 * strike, however long an inspection takes:
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

  /** Keeps the lock from striking until it is closed. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  Hold hold();

  /** Somebody has touched the screen. */
  void touched();

  /** Whether the app is shut now: at the start, or untouched for too long with nobody holding. */
  boolean isLocked();

  /** The right PIN or finger. */
  void unlock();

  /** Shuts it at once, at somebody's wish. */
  void lock();
}
