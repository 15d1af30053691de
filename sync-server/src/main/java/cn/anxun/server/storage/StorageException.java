package cn.anxun.server.storage;

import cn.anxun.server.text.Explained;
import org.jspecify.annotations.Nullable;

/** The disk, or the database on it, does not do what it must; the message says what to do. */
public class StorageException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  public StorageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
