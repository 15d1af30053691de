package cn.anxun.app.device;

/** How long the phone has been running, which nobody can set as a clock is set. */
public interface Uptime {

  /** Milliseconds since the phone was started, those asleep included. */
  long elapsedMillis();

  /** How often the phone was started so far; another number after each start. */
  int boot();
}
