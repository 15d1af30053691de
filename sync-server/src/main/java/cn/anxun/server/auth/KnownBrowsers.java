package cn.anxun.server.auth;

import cn.anxun.server.storage.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Browsers in which an account has logged in before, by a secret that each keeps. Wrong passwords
 * from strangers lock a name for strangers alone; such a browser has tries of its own (OWASP's
 * device cookies). Every new password forgets them.
 */
public final class KnownBrowsers {
  /** How long a browser is known after its last login. */
  public static final Duration KNOWN = Duration.ofDays(180);

  private static final int MOST_OF_AN_ACCOUNT = 20;

  private final Database database;
  private final Clock clock;
  private final Tokens tokens;

  KnownBrowsers(Database database, Clock clock, Tokens tokens) {
    this.database = database;
    this.clock = clock;
    this.tokens = tokens;
  }

  /**
   * By what the tries of this browser are counted.
   *
   * @param browser the secret that it gave, if any
   * @return empty for one that this account is a stranger to
   */
  public Optional<String> key(String account, Optional<String> browser) {
    return browser
        .filter(secret -> database.read(handle -> isKnown(handle, account, secret)))
        .map(secret -> "browser:" + HexFormat.of().formatHex(Tokens.hash(secret)));
  }

  private boolean isKnown(Handle handle, String account, String secret) {
    return handle
        .createQuery(
            "SELECT count(*) FROM known_browser WHERE token_hash = ? AND account = ? AND seen_at >"
                + " ?")
        .bind(0, Tokens.hash(secret))
        .bind(1, account)
        .bind(2, Timestamps.text(clock.instant().minus(KNOWN)))
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Notes that the account has logged in with this browser.
   *
   * @return the secret that the browser is to keep
   */
  public String remember(String account, Optional<String> browser) {
    Instant now = clock.instant();
    return database.write(
        handle -> {
          String secret =
              browser.filter(known -> isKnown(handle, account, known)).orElseGet(tokens::token);
          handle.execute(
              "INSERT INTO known_browser (token_hash, account, seen_at) VALUES (?, ?, ?) ON"
                  + " CONFLICT (token_hash) DO UPDATE SET seen_at = excluded.seen_at",
              Tokens.hash(secret),
              account,
              Timestamps.text(now));
          handle.execute(
              "DELETE FROM known_browser WHERE seen_at <= ? OR account = ? AND token_hash NOT IN"
                  + " (SELECT token_hash FROM known_browser WHERE account = ? ORDER BY seen_at DESC"
                  + " LIMIT ?)",
              Timestamps.text(now.minus(KNOWN)),
              account,
              account,
              MOST_OF_AN_ACCOUNT);
          return secret;
        });
  }

  static void forget(Handle handle, String account) {
    handle.execute("DELETE FROM known_browser WHERE account = ?", account);
  }
}
