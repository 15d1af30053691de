package cn.anxun.app;

import cn.anxun.app.device.KeyVault;
import cn.anxun.app.device.KeyVaultException;

/** A vault that inverts the bits, and can be made to have lost its key. */
public final class PlainVault implements KeyVault {
  private boolean lost;

  public void loseKey() {
    lost = true;
  }

  @Override
  public byte[] wrap(byte[] secret) {
    return inverted(secret);
  }

  @Override
  public byte[] unwrap(byte[] wrapped) throws KeyVaultException {
    if (lost) {
      throw new KeyVaultException("the test's vault has lost its key");
    }
    return inverted(wrapped);
  }

  private static byte[] inverted(byte[] bytes) {
    byte[] inverted = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      inverted[i] = (byte) ~bytes[i];
    }
    return inverted;
  }
}
