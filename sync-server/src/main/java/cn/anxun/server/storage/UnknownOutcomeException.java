package cn.anxun.server.storage;

/** Nobody knows whether what was committed is kept: the answer to the commit did not come. */
public final class UnknownOutcomeException extends StorageException {
  private static final long serialVersionUID = 1L;

  UnknownOutcomeException(String message, Throwable cause) {
    super(message, cause);
  }
}
