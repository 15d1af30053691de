package cn.anxun.app.photo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as 64 lower-case hexadecimal digits. */
final class Sha256 {
  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Android has SHA-256", e);
    }
  }

  static String of(byte[] bytes) {
    return hex(digest().digest(bytes));
  }

  static String hex(byte[] hash) {
    StringBuilder text = new StringBuilder(hash.length * 2);
    for (byte one : hash) {
      text.append(Character.forDigit((one >> 4) & 0xF, 16))
          .append(Character.forDigit(one & 0xF, 16));
    }
    return text.toString();
  }
}
