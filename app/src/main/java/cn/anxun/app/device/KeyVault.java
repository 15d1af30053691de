package cn.anxun.app.device;

/** Wraps small secrets under a key that does not leave the phone. */
public interface KeyVault {
  /**
   * The secret, so that only this phone can read it.
   *
   * @throws KeyVaultException where the phone has no working key store
   */
  byte[] wrap(byte[] secret) throws KeyVaultException;

  /**
   * The secret again.
   *
   * @throws KeyVaultException where the key is lost or the bytes are not what was wrapped
   */
  byte[] unwrap(byte[] wrapped) throws KeyVaultException;
}
