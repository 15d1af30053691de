package cn.anxun.server.file;

import java.util.List;

/** A file, or a part of one, that is not taken; {@link Reason} says why. */
public final class FileRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; whoever sends may mend it, or try again, or neither. */
  public enum Reason {
    /** Of a kind that is not taken. */
    TYPE,
    /** Not of the kind that was said. */
    TYPE_DIFFERS,
    /** More bytes than a file may have. */
    TOO_LARGE,
    /** More bytes came than were said; what came is dropped. */
    LONGER,
    /** Not whole, or with something else in it. */
    DAMAGED,
    /** More pixels than a picture may have. */
    DIMENSIONS,
    /** The bytes are not those of the hash; what came is dropped. */
    HASH_DIFFERS,
    /** The part's bytes are not those of its checksum; the part is dropped. */
    CHECKSUM_DIFFERS,
    /** The part does not begin where the last one ended. */
    WRONG_OFFSET,
    /** Nobody began to send it. */
    NO_SUCH,
    /** Hardly anything came for a minute; what came stays. */
    SLOW,
    /** Another request is sending the same. */
    BUSY,
    /** One device has begun too many. */
    TOO_MANY,
    /** One device has sent too much in a day. */
    QUOTA,
    /** One device has sent too much that no record names. */
    UNNAMED,
    /** There is no room on the disk; what came stays. */
    DISK_FULL
  }

  private final Reason reason;
  private final transient List<Object> arguments;

  FileRefusedException(Reason reason, Object... arguments) {
    super(reason.name());
    this.reason = reason;
    this.arguments = List.of(arguments);
  }

  public Reason reason() {
    return reason;
  }

  /** What its sentence names. */
  public Object[] arguments() {
    return arguments.toArray();
  }
}
