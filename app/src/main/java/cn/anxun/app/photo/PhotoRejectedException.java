package cn.anxun.app.photo;

import java.io.IOException;

/** What was given is no photo that can be kept. Nothing was kept, the original is untouched. */
public final class PhotoRejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** It cannot be read: the file is gone, or the app that has it refuses. */
    UNREADABLE,
    /** No picture of a kind that the phone can show. */
    NOT_A_PHOTO,
    /** It ends too early, so that a part of the picture is missing. */
    TRUNCATED,
    /** More bytes or pixels than a photo has. */
    TOO_LARGE,
    /** The phone's storage is full. */
    NO_SPACE,
    /** The key that photos are sealed with is lost. */
    KEY_LOST
  }

  private final Reason reason;

  PhotoRejectedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  PhotoRejectedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** The disk would not take it. */
  public static PhotoRejectedException noSpace(IOException cause) {
    return new PhotoRejectedException(Reason.NO_SPACE, "the photo cannot be written", cause);
  }

  public Reason reason() {
    return reason;
  }
}
