package cn.anxun.server.storage;

import org.jspecify.annotations.Nullable;

/** The disk, or the database on it, does not do what it must; the message says what to do. */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StorageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
