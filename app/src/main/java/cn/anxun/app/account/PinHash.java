package cn.anxun.app.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Random;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A PIN as it is kept: PBKDF2 with HMAC-SHA256 (RFC 8018), with a salt of its own. Six digits are
 * soon tried out by whoever has this and time; that is why {@link Pin} keeps it wrapped by a key
 * that the phone's own hardware holds.
 */
record PinHash(int iterations, ByteString salt, ByteString hash) {
  static final int ITERATIONS = 310_000;

  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final int PARTS = 3;

  static PinHash of(String pin, Random random, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new PinHash(iterations, ByteString.of(salt), derive(pin, salt, iterations));
  }

  boolean matches(String pin) {
    return MessageDigest.isEqual(
        derive(pin, salt.toByteArray(), iterations).toByteArray(), hash.toByteArray());
  }

  /** Iterations, salt and hash, with colons between. */
  @Override
  public String toString() {
    return iterations + ":" + salt.hex() + ":" + hash.hex();
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalStateException for anything else: nothing but this app writes it
   */
  static PinHash parse(String text) {
    String[] parts = text.split(":", PARTS);
    @Nullable ByteString salt = parts.length == PARTS ? ByteString.decodeHex(parts[1]) : null;
    if (salt == null) {
      throw new IllegalStateException("the PIN kept cannot be read");
    }
    return new PinHash(Integer.parseInt(parts[0]), salt, ByteString.decodeHex(parts[2]));
  }

  private static ByteString derive(String pin, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, iterations, HASH_BITS);
    try {
      return ByteString.of(
          SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      spec.clearPassword();
    }
  }
}
