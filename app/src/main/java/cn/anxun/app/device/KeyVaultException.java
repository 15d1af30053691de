package cn.anxun.app.device;

/** The phone's key store does not give what was asked. Nothing was destroyed. */
public final class KeyVaultException extends Exception {
  private static final long serialVersionUID = 1L;

  public KeyVaultException(String message, Throwable cause) {
    super(message, cause);
  }

  public KeyVaultException(String message) {
    super(message);
  }
}
