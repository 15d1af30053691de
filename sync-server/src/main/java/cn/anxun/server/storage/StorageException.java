package cn.anxun.server.storage;

import cn.anxun.server.text.Explained;
import cn.anxun.server.text.ServerTexts;
import org.jspecify.annotations.Nullable;

/** The disk, or the database on it, does not do what it must; the message says what to do. */
public class StorageException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  public StorageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * That something on the disk cannot be used, and why.
   *
   * @param what a file or folder, or how it is called
   */
  public static StorageException noAccess(Object what, Exception cause) {
    return new StorageException(
        ServerTexts.both("storage.no-access", what, String.valueOf(cause.getMessage())), cause);
  }
}
