package cn.anxun.app.account;

import cn.anxun.app.device.Uptime;
import java.time.Duration;

/** A phone that runs and is started as the test says. */
public final class SettableUptime implements Uptime {
  private long elapsed = 5_000;
  private int boot = 3;

  public void advance(Duration duration) {
    elapsed += duration.toMillis();
  }

  /** Switched off and on again; it takes a while. */
  public void restart() {
    boot++;
    elapsed = 1_000;
  }

  @Override
  public long elapsedMillis() {
    return elapsed;
  }

  @Override
  public int boot() {
    return boot;
  }
}
