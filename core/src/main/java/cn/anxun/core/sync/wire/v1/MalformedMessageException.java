package cn.anxun.core.sync.wire.v1;

import org.jspecify.annotations.Nullable;

/** A message that is not of the form it should have; says what is wrong, and where. */
public final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The closed list of faults. */
  public enum Fault {
    /** Not JSON, or not an object. */
    NOT_JSON,
    MISSING,
    WRONG_TYPE,
    /** More items than are allowed. */
    TOO_MANY
  }

  private final Fault fault;
  private final String field;

  MalformedMessageException(Fault fault, String field, @Nullable Throwable cause) {
    super(
        fault
            + (field.isEmpty() ? "" : " " + field)
            + (cause == null ? "" : ": " + cause.getMessage()),
        cause);
    this.fault = fault;
    this.field = field;
  }

  public Fault fault() {
    return fault;
  }

  /** The member it is about, such as {@code device.id}; "" for the whole message. */
  public String field() {
    return field;
  }
}
