package cn.anxun.server.auth;

import cn.anxun.server.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Checks names and passwords. Five failures in a row lock the name for 15 minutes, whether there is
 * such an account or not; every attempt is audited. A browser in which the account has logged in
 * before is counted, and locked, apart.
 */
public final class Logins {
  static final int FAILURES = 5;
  static final Duration LOCK = Duration.ofMinutes(15);
  private static final Duration FORGET = Duration.ofDays(1);
  private static final int MAX_NAME = 64;

  /**
   * What stands there.
   *
   * @param sessionsEnded see {@link LoginOutcome.Accepted#since}
   */
  private record Stored(Account account, @Nullable String hash, long sessionsEnded) {
    String kept() {
      return hash == null ? "" : hash;
    }
  }

  /**
   * What came of a try.
   *
   * @param hash of the password that was right; "" where none was
   */
  private record Tried(LoginOutcome outcome, String hash) {}

  private final Database database;
  private final Clock clock;
  private final Passwords passwords;

  Logins(Database database, Clock clock, Passwords passwords) {
    this.database = database;
    this.clock = clock;
    this.passwords = passwords;
  }

  /** The same from a browser that is not known, or a program. */
  public LoginOutcome login(String name, String password) {
    return login(name, password, Optional.empty());
  }

  /**
   * Looks whether the password is the one of the name.
   *
   * @param browser by what a known browser's tries are counted, see {@link KnownBrowsers#key}
   */
  public LoginOutcome login(String name, String password, Optional<String> browser) {
    return attempt(name, password, browser).outcome();
  }

  private Tried attempt(String name, String password, Optional<String> browser) {
    String id = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    String counted = browser.orElse(id);
    Instant now = clock.instant();
    // The attempt is counted before the password is looked at, so that many at once get no more
    // tries than one after the other.
    int attempt = database.write(handle -> count(handle, counted, now));
    if (attempt > FAILURES) {
      Instant until = database.read(handle -> lockedUntil(handle, counted)).orElse(now.plus(LOCK));
      return new Tried(new LoginOutcome.Locked(until, Duration.between(now, until)), "");
    }
    Optional<Stored> stored = database.read(handle -> stored(handle, id));
    if (stored.isPresent() && isRight(stored.get(), password)) {
      Account account = stored.get().account();
      database.change(
          handle -> {
            handle.execute("DELETE FROM login_failure WHERE name = ?", counted);
            Audit.record(handle, clock, AuditEvent.of(account.id(), "login"));
          });
      return new Tried(
          new LoginOutcome.Accepted(account, stored.get().sessionsEnded()), stored.get().kept());
    }
    if (stored.isEmpty()) {
      passwords.pretend(password);
    }
    return new Tried(failed(id, counted, attempt, now), "");
  }

  /**
   * Changes the own password, which ends all sessions of the account.
   *
   * @param browser as in {@link #login}
   * @param agreed told whose password it is, before it is changed; what it throws prevents it
   * @throws AccountException where the new one is weak, or the old one
   */
  public LoginOutcome change(
      String name,
      String password,
      String chosen,
      Optional<String> browser,
      Consumer<Account> agreed) {
    if (!Passwords.isStrong(chosen)) {
      throw Passwords.tooWeak();
    }
    if (chosen.equals(password)) {
      throw new AccountException(AccountException.Reason.SAME_PASSWORD);
    }
    Tried tried = attempt(name, password, browser);
    if (!(tried.outcome() instanceof LoginOutcome.Accepted accepted)) {
      return tried.outcome();
    }
    agreed.accept(accepted.account());
    String hash = passwords.hash(chosen);
    String id = accepted.account().id();
    if (!database.<Boolean>write(handle -> change(handle, id, tried.hash(), hash))) {
      return new LoginOutcome.Refused();
    }
    // Whatever else ended the sessions since the password was looked at counts against this login.
    return new LoginOutcome.Accepted(accepted.account(), accepted.since() + 1);
  }

  /** Whether the password still was the one that was looked at, and the account may change it. */
  private boolean change(Handle handle, String id, String present, String chosen) {
    int changed =
        handle.execute(
            "UPDATE account SET password_hash = ?, must_change = FALSE, password_set_at = ? WHERE"
                + " id = ? AND password_hash = ? AND disabled_at IS NULL",
            chosen,
            Timestamps.text(clock.instant()),
            id,
            present);
    if (changed == 0) {
      return false;
    }
    KnownBrowsers.forget(handle, id);
    LiveSessions.end(handle, id);
    Audit.record(handle, clock, AuditEvent.of(id, "password-changed").about(id));
    return true;
  }

  private boolean isRight(Stored stored, String password) {
    if (stored.hash() == null) {
      passwords.pretend(password);
      return false;
    }
    return passwords.matches(password, stored.hash()) && !stored.account().disabled();
  }

  /**
   * Which attempt in a row this is, from 1; more than {@link #FAILURES} while the name is locked.
   */
  private static int count(Handle handle, String name, Instant now) {
    handle.execute(
        "DELETE FROM login_failure WHERE last_at < ?", Timestamps.text(now.minus(FORGET)));
    Optional<Instant> locked = lockedUntil(handle, name);
    if (locked.isPresent() && now.isBefore(locked.get())) {
      return FAILURES + 1;
    }
    // A lock that has run out starts a new count.
    handle.execute(
        """
        INSERT INTO login_failure (name, failures, last_at) VALUES (?, 1, ?)
        ON CONFLICT (name) DO UPDATE SET
          failures = CASE WHEN login_failure.locked_until IS NULL THEN login_failure.failures + 1 ELSE 1 END, locked_until = NULL, last_at = excluded.last_at
        """,
        name,
        Timestamps.text(now));
    return handle
        .createQuery("SELECT failures FROM login_failure WHERE name = ?")
        .bind(0, name)
        .mapTo(Integer.class)
        .one();
  }

  private LoginOutcome failed(String name, String counted, int attempt, Instant now) {
    return database.<LoginOutcome>write(
        handle -> {
          Audit.record(
              handle, clock, AuditEvent.of(name, "login-failed").saying(Integer.toString(attempt)));
          if (attempt < FAILURES) {
            return new LoginOutcome.Refused();
          }
          Instant until = now.plus(LOCK);
          handle.execute(
              "UPDATE login_failure SET locked_until = ? WHERE name = ?",
              Timestamps.text(until),
              counted);
          Audit.record(
              handle, clock, AuditEvent.of(name, "login-locked").saying(Timestamps.text(until)));
          return new LoginOutcome.Locked(until, LOCK);
        });
  }

  private static Optional<Instant> lockedUntil(Handle handle, String name) {
    return handle
        .createQuery(
            "SELECT locked_until FROM login_failure WHERE name = ? AND locked_until IS NOT NULL")
        .bind(0, name)
        .map((row, context) -> Instant.parse(row.getString(1)))
        .findOne();
  }

  private static Optional<Stored> stored(Handle handle, String name) {
    return handle
        .createQuery(
            "SELECT "
                + Account.COLUMNS
                + ", password_hash, sessions_ended FROM account WHERE id = ?")
        .bind(0, name)
        .map((row, context) -> stored(row))
        .findOne();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        Account.read(row), row.getString("password_hash"), row.getLong("sessions_ended"));
  }
}
