package cn.anxun.server.access;

import cn.anxun.core.ledger.Role;
import java.util.Map;

/**
 * Somebody who asks.
 *
 * @param role what they are in their bureau; for nobody and for those withdrawn what they would be
 * @param headers that every request of theirs carries
 * @param person for whom the forms of their pages were made, such as {@code office@gongjing}
 * @param overAll whether they administer every bureau of the server
 */
record Caller(
    String name,
    Kind kind,
    Role role,
    Map<String, String> headers,
    String person,
    boolean overAll) {

  /** By what they ask. */
  enum Kind {
    /** No token, or none that was ever given out. */
    NOBODY,
    /** The token of an enrolled phone. */
    PHONE,
    /** One that was in force once. */
    WITHDRAWN,
    /** The cookie of a session. */
    BROWSER,
    /** The cookie of a link that shows figures. */
    LINK,
    /** A session's token in a header. */
    PROGRAM
  }

  Caller {
    headers = Map.copyOf(headers);
  }
}
