package cn.anxun.server.auth;

/** What a token says of who is asking. */
public sealed interface Authentication {

  /** A token in force. */
  record Valid(Principal principal) implements Authentication {}

  /**
   * A device's token that was valid once: the device was revoked, the account disabled, its grant
   * taken away or made one of a role without phones. It may still hand over what was recorded
   * before, into the inbox.
   *
   * @param isDevice whether it is the device itself that was revoked, for good; the rest may be
   *     given back
   */
  record Withdrawn(Principal principal, boolean isDevice) implements Authentication {}

  /** No token that was ever given out, or a session that has ended. */
  record Unknown() implements Authentication {}

  Authentication UNKNOWN = new Unknown();
}
