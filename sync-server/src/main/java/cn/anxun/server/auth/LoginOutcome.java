package cn.anxun.server.auth;

import java.time.Duration;
import java.time.Instant;

/** What came of a login with a password. */
public sealed interface LoginOutcome {

  /** The name and the password belong together. */
  record Accepted(Account account) implements LoginOutcome {}

  /** They do not, or the account is disabled, or there is none: which of them is not told. */
  record Refused() implements LoginOutcome {}

  /** Too many failures; no password is looked at before this moment, which is so far off. */
  record Locked(Instant until, Duration left) implements LoginOutcome {}
}
