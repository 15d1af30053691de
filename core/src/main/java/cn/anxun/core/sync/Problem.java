package cn.anxun.core.sync;

/**
 * Why a whole request was refused, as RFC 9457 says it, with a code for programs and the field it
 * is about.
 *
 * @param type a URI that names the kind of problem; {@code about:blank} where the status says it
 *     all
 * @param title a short name of the kind of problem
 * @param status the HTTP status
 * @param detail one sentence that a person can act on
 * @param code of the closed list in {@code docs/sync-protocol.md}; "" where the server gave none
 * @param field the field it is about, as named in the JSON; "" for the whole
 */
public record Problem(
    String type, String title, int status, String detail, String code, String field) {

  /** The code of a 401: this very device was revoked, so what it pulled must not stay on it. */
  public static final String DEVICE_REVOKED = "device-revoked";

  /** The code of a 401: the account was disabled or its grant taken away, which may be undone. */
  public static final String ACCESS_WITHDRAWN = "access-withdrawn";

  /** The code of a 413: a revoked device has handed over all that may wait for a decision. */
  public static final String INBOX_FULL = "inbox-full";

  /** The code of a 400: the bytes of the request were changed or cut on the way. */
  public static final String DAMAGED = "bad-gzip";

  /** A problem without a type of its own. */
  public static Problem of(int status, String code, String title, String detail) {
    return new Problem("about:blank", title, status, detail, code, "");
  }

  /** The same problem, about this field. */
  public Problem about(String name) {
    return new Problem(type, title, status, detail, code, name);
  }
}
