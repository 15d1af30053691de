package cn.anxun.core.sync;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Bytes as hexadecimal digits in lower case, two for each; a SHA-256 has 64. */
public final class Hex {
  private Hex() {}

  public static String sha256(byte[] bytes) {
    try {
      return write(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public static String write(byte[] bytes) {
    StringBuilder digits = new StringBuilder(2 * bytes.length);
    for (byte each : bytes) {
      digits.append(Character.forDigit((each >> 4) & 0xf, 16));
      digits.append(Character.forDigit(each & 0xf, 16));
    }
    return digits.toString();
  }
}
