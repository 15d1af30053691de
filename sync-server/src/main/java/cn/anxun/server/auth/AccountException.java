package cn.anxun.server.auth;

import cn.anxun.server.text.Explained;
import cn.anxun.server.text.ServerTexts;
import java.util.Locale;

/**
 * An account, bureau, device or code is not as it must be; the message says what to do, Chinese
 * first.
 */
public final class AccountException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    BAD_ACCOUNT_NAME,
    ACCOUNT_EXISTS,
    NO_SUCH_ACCOUNT,
    WEAK_PASSWORD,
    BAD_BUREAU_NAME,
    BUREAU_EXISTS,
    NO_SUCH_BUREAU,
    NO_GRANT,
    NEEDS_DIVISION,
    BAD_DIVISION,
    NO_SUCH_DEVICE,
    BAD_CODE,
    BAD_DEVICE_NAME,
    NO_LETTERS_LEFT,
    LAST_ADMINISTRATOR,
    SAME_PASSWORD,
    NO_PHONE_FOR_ROLE,
    NOT_OVER_ALL_BUREAUS;

    /** As in answers and in the texts: lower case with hyphens. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;
  private final transient Object[] arguments;

  AccountException(Reason reason, Object... arguments) {
    super(ServerTexts.both("problem." + reason.wire(), arguments));
    this.reason = reason;
    this.arguments = arguments.clone();
  }

  public Reason reason() {
    return reason;
  }

  /** What the sentence of {@link #reason} is filled with. */
  public Object[] arguments() {
    return arguments.clone();
  }
}
