package cn.anxun.app.account;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** {@link IdleLock} by the time since the phone was started, which nobody can set. */
public final class ElapsedIdleLock implements IdleLock {
  /** How long a form that lies open untouched keeps the lock from striking. */
  static final Duration HELD = Duration.ofHours(1);

  private final LongSupplier elapsed;
  private Duration idle = Duration.ofMinutes(10);
  private long touchedAt;
  private OptionalLong leftAt = OptionalLong.empty();
  private int holds;
  private boolean locked = true;

  /**
   * @param elapsed milliseconds since the phone was started
   */
  public ElapsedIdleLock(LongSupplier elapsed) {
    this.elapsed = elapsed;
    this.touchedAt = elapsed.getAsLong();
  }

  /** How long it may lie untouched; the bureau's policy says. */
  public synchronized void setIdle(Duration duration) {
    idle = duration;
  }

  @Override
  public synchronized Hold hold() {
    // What has run out before the form was opened is not saved by it.
    locked = isLocked();
    holds++;
    return new Hold() {
      private boolean closed;

      @Override
      public void close() {
        if (!closed) {
          closed = true;
          release();
        }
      }
    };
  }

  private synchronized void release() {
    locked = isLocked();
    holds--;
    touchedAt = elapsed.getAsLong();
  }

  @Override
  public synchronized void touched() {
    if (!isLocked()) {
      touchedAt = elapsed.getAsLong();
    }
  }

  @Override
  public synchronized boolean isLocked() {
    if (!locked) {
      long now = elapsed.getAsLong();
      boolean behind = leftAt.isPresent() && now - leftAt.getAsLong() >= idle.toMillis();
      locked = behind || now - touchedAt >= patience().toMillis();
    }
    return locked;
  }

  private Duration patience() {
    return holds > 0 && HELD.compareTo(idle) > 0 ? HELD : idle;
  }

  @Override
  public synchronized void left() {
    leftAt = OptionalLong.of(elapsed.getAsLong());
  }

  @Override
  public synchronized void returned() {
    locked = isLocked();
    leftAt = OptionalLong.empty();
  }

  @Override
  public synchronized void unlock() {
    locked = false;
    touchedAt = elapsed.getAsLong();
  }

  @Override
  public synchronized void lock() {
    locked = true;
  }
}
