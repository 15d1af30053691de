package cn.anxun.server.http;

import cn.anxun.core.sync.Problem;
import cn.anxun.core.text.Texts;

/**
 * A request that is not answered with what it asked for. Becomes problem+json (RFC 9457): the title
 * and the sentence come from the texts {@code problem.<code>.title} and {@code problem.<code>}.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String TYPE = "urn:anxun:problem:";

  private final int status;
  private final String code;
  private final String field;
  private final int retryAfterSeconds;
  private final transient Object[] arguments;

  private Refusal(
      int status, String code, String field, int retryAfterSeconds, Object... arguments) {
    super(status + " " + code + (field.isEmpty() ? "" : " " + field), null, false, false);
    this.status = status;
    this.code = code;
    this.field = field;
    this.retryAfterSeconds = retryAfterSeconds;
    this.arguments = arguments;
  }

  /**
   * A refusal.
   *
   * @param code for programs; letters and hyphens
   * @param arguments of the sentence
   */
  public static Refusal of(int status, String code, Object... arguments) {
    return new Refusal(status, code, "", 0, arguments);
  }

  /** The same about one field, which is the sentence's first argument. */
  public static Refusal ofField(int status, String code, String field, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = field;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new Refusal(status, code, field, 0, all);
  }

  /** The same about this field, which its sentence does not name. */
  public Refusal about(String name) {
    return new Refusal(status, code, name, retryAfterSeconds, arguments);
  }

  /** The same, to be tried again after this time. */
  public Refusal retryAfter(int seconds) {
    return new Refusal(status, code, field, seconds, arguments);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** In seconds; 0 where trying again is of no use. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** As problem+json says it, in the language of these texts. */
  public Problem problem(Texts texts) {
    return new Problem(
        TYPE + code,
        texts.text("problem." + code + ".title"),
        status,
        texts.text("problem." + code, arguments),
        code,
        field);
  }
}
