package cn.anxun.app.account;

import cn.anxun.app.setting.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;

/**
 * Whether the person who holds this phone was told what is collected and why, and agreed (个人信息保护法
 * art. 13, 14, 17). Asked before anything is, and again when what is told has changed. Waits for
 * the disk.
 */
public final class Consent {
  /** Of what is told; a change that matters to the person is a new version. */
  public static final int VERSION = 1;

  private static final String AGREED = "notice.agreed";
  private static final String AT = "notice.at";

  private final Settings settings;
  private final Clock clock;

  @Inject
  public Consent(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether what is told now was agreed to. */
  public boolean isGiven() {
    return settings.find(AGREED).map(Integer::parseInt).orElse(0) >= VERSION;
  }

  /** When it was; empty before. */
  public Optional<Instant> givenAt() {
    return isGiven() ? settings.find(AT).map(Instant::parse) : Optional.empty();
  }

  public void give() {
    settings.put(AT, clock.instant().toString());
    settings.put(AGREED, Integer.toString(VERSION));
  }

  /** The next person at this phone is told anew. */
  public void forget() {
    settings.delete(AGREED);
    settings.delete(AT);
  }
}
