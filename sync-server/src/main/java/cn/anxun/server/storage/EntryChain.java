package cn.anxun.server.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 chain over a bureau's accepted entries:
 *
 * <pre>
 * head(0) = 32 zero bytes
 * head(n) = H( head(n-1) ‖ n ‖ H(open) ‖ P ‖ H(stamp) )
 * P       = H( salt ‖ personal ), or 32 zero bytes for an entry that came without a personal part
 * </pre>
 *
 * with n in eight bytes, most significant first, and the stamp in UTF-8. As the personal part goes
 * in by a salted commitment alone, erasing it and its salt leaves every head as it was.
 */
public final class EntryChain {
  /** The bytes of every hash. */
  public static final int HASH_BYTES = 32;

  /** The bytes of the random salt of each personal part. */
  public static final int SALT_BYTES = 32;

  private EntryChain() {}

  /** The head before the first entry. */
  public static byte[] start() {
    return new byte[HASH_BYTES];
  }

  public static byte[] openHash(byte[] open) {
    return sha256().digest(open);
  }

  public static byte[] personalHash(byte[] salt, byte[] personal) {
    MessageDigest digest = sha256();
    digest.update(salt);
    return digest.digest(personal);
  }

  /** What stands for the personal part of an entry that came without one. */
  public static byte[] noPersonalHash() {
    return new byte[HASH_BYTES];
  }

  /** The head after the entry of this seq. */
  public static byte[] next(
      byte[] head, long seq, byte[] openHash, byte[] personalHash, String stamp) {
    MessageDigest digest = sha256();
    digest.update(head);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).flip());
    digest.update(openHash);
    digest.update(personalHash);
    digest.update(sha256().digest(stamp.getBytes(StandardCharsets.UTF_8)));
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
