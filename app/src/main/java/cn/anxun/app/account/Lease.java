package cn.anxun.app.account;

import cn.anxun.app.setting.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;

/**
 * For how long the app opens without its server having been heard from: a phone that was lost and
 * revoked shuts itself in the end, also where its clock was put back. Being shut deletes nothing,
 * and what is unsent still goes out.
 */
public final class Lease {
  private static final String RENEWED = "account.lease";

  private final Enrolments enrolments;
  private final Settings settings;
  private final TrustedClock clock;

  @Inject
  public Lease(Enrolments enrolments, Settings settings, TrustedClock clock) {
    this.enrolments = enrolments;
    this.settings = settings;
    this.clock = clock;
  }

  /** The server has just served this phone as one of its own. */
  public void renew() {
    settings.put(RENEWED, clock.now().toString());
  }

  /** The server has said that the account may no longer: shut until it serves this phone again. */
  public void end() {
    settings.delete(RENEWED);
  }

  /** What is left; zero once it has run out. */
  public Duration left() {
    Optional<Instant> renewed = settings.find(RENEWED).map(Instant::parse);
    if (!renewed.isPresent() || clock.isPutBack()) {
      return Duration.ZERO;
    }
    Duration left = enrolments.get().lease().minus(Duration.between(renewed.get(), clock.now()));
    return left.isNegative() ? Duration.ZERO : left;
  }

  public boolean isOver() {
    return left().isZero();
  }
}
