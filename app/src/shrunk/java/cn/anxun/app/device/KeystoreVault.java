package cn.anxun.app.device;

/** Stands in where there is no Android Keystore: keeps secrets as they are. */
public final class KeystoreVault implements KeyVault {
  public KeystoreVault(String alias) {}

  @Override
  public byte[] wrap(byte[] secret) {
    return secret.clone();
  }

  @Override
  public byte[] unwrap(byte[] wrapped) {
    return wrapped.clone();
  }
}
