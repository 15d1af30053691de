package cn.anxun.app.device;

/**
 * The database is there but its key is not to be had, so that what it holds cannot be read on this
 * phone. Nothing was deleted: with the key, or a backup of it, it opens again.
 */
public final class DatabaseKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseKeyException(String message, Throwable cause) {
    super(message, cause);
  }

  public DatabaseKeyException(String message) {
    super(message);
  }
}
