package cn.anxun.app.device;

import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.KeyProperties;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256 in GCM by a key that the Android Keystore made and keeps. What is wrapped is the nonce of
 * 12 bytes, then the sealed secret.
 */
public final class KeystoreVault implements KeyVault {
  private static final String PROVIDER = "AndroidKeyStore";
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final String alias;

  /** With the key of this name, which is made where there is none as something is wrapped. */
  public KeystoreVault(String alias) {
    this.alias = alias;
  }

  @Override
  public byte[] wrap(byte[] secret) throws KeyVaultException {
    try {
      SecretKey key = find();
      Cipher cipher = Cipher.getInstance(TRANSFORMATION);
      cipher.init(Cipher.ENCRYPT_MODE, key == null ? make() : key);
      byte[] nonce = cipher.getIV();
      byte[] sealed = cipher.doFinal(secret);
      byte[] wrapped = Arrays.copyOf(nonce, nonce.length + sealed.length);
      System.arraycopy(sealed, 0, wrapped, nonce.length, sealed.length);
      return wrapped;
    } catch (GeneralSecurityException | IOException e) {
      throw new KeyVaultException("the Android Keystore cannot wrap a key", e);
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped) throws KeyVaultException {
    if (wrapped.length <= NONCE_BYTES) {
      throw new KeyVaultException("the wrapped key is cut short");
    }
    try {
      SecretKey key = find();
      if (key == null) {
        throw new KeyVaultException("the Android Keystore has lost the key " + alias);
      }
      Cipher cipher = Cipher.getInstance(TRANSFORMATION);
      cipher.init(
          Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, wrapped, 0, NONCE_BYTES));
      return cipher.doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
    } catch (GeneralSecurityException | IOException e) {
      throw new KeyVaultException("the Android Keystore cannot unwrap the key", e);
    }
  }

  private @Nullable SecretKey find() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(PROVIDER);
    store.load(null);
    Key key = store.getKey(alias, null);
    return key instanceof SecretKey secret ? secret : null;
  }

  private SecretKey make() throws GeneralSecurityException {
    KeyGenerator generator = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, PROVIDER);
    generator.init(
        new KeyGenParameterSpec.Builder(
                alias, KeyProperties.PURPOSE_ENCRYPT | KeyProperties.PURPOSE_DECRYPT)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(256)
            .build());
    return generator.generateKey();
  }
}
