package cn.anxun.app.photo;

import cn.anxun.core.sync.Hex;
import java.io.IOException;
import java.io.InputStream;
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
    return Hex.write(hash);
  }

  /** Of all that the stream still gives; the caller closes it. */
  static String of(InputStream in) throws IOException {
    MessageDigest digest = digest();
    byte[] part = new byte[1 << 16];
    for (int count = in.read(part); count >= 0; count = in.read(part)) {
      digest.update(part, 0, count);
    }
    return hex(digest.digest());
  }
}
