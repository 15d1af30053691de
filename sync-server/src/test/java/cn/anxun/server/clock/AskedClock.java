package cn.anxun.server.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Tells another clock's time, and does something once before, when it is asked next. */
public final class AskedClock extends Clock {
  private record Once(Predicate<Thread> by, Runnable does) {}

  private static final Once NOTHING = new Once(thread -> false, () -> {});

  private final Clock clock;
  private final AtomicReference<Once> next = new AtomicReference<>(NOTHING);

  public AskedClock(Clock clock) {
    this.clock = clock;
  }

  /** What is done when anybody asks next. */
  public void onceAsked(Runnable does) {
    next.set(new Once(thread -> true, does));
  }

  /** What is done when the thread of this name asks next. */
  public void onceAskedBy(String thread, Runnable does) {
    next.set(new Once(asking -> asking.getName().equals(thread), does));
  }

  private void asked() {
    Once once = next.get();
    if (once.by().test(Thread.currentThread()) && next.compareAndSet(once, NOTHING)) {
      once.does().run();
    }
  }

  @Override
  public Instant instant() {
    asked();
    return clock.instant();
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    asked();
    return clock.withZone(zone);
  }
}
