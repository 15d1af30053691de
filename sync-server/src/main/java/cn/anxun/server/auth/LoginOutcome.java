package cn.anxun.server.auth;

import java.time.Duration;
import java.time.Instant;

/** What came of a login with a password. */
public sealed interface LoginOutcome {

  /**
   * The name and the password belong together.
   *
   * @param since how often the sessions of the account had been ended before the password was
   *     looked at, so that none starts with a password that was changed meanwhile
   */
  record Accepted(Account account, long since) implements LoginOutcome {}

  /** They do not, or the account is disabled, or there is none: which of them is not told. */
  record Refused() implements LoginOutcome {}

  /** Too many failures; no password is looked at before this moment, which is so far off. */
  record Locked(Instant until, Duration left) implements LoginOutcome {}
}
