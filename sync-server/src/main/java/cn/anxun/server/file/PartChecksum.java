package cn.anxun.server.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What the bytes of one part should digest to, as tus says it in {@code Upload-Checksum}: an
 * algorithm and a digest in Base64.
 */
public final class PartChecksum {
  /** As {@code Tus-Checksum-Algorithm} lists them; tus wants the first to be there. */
  public static final String ALGORITHMS = "sha1,sha256";

  private static final Map<String, String> NAMES = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

  private final MessageDigest digest;
  private final byte[] expected;

  private PartChecksum(MessageDigest digest, byte[] expected) {
    this.digest = digest;
    this.expected = expected.clone();
  }

  /** Reads the header; empty where it is of no such form, or of another algorithm. */
  public static Optional<PartChecksum> parse(String header) {
    String[] parts = header.strip().split(" ", 2);
    String name = NAMES.get(parts[0]);
    if (parts.length < 2 || name == null) {
      return Optional.empty();
    }
    try {
      byte[] expected = Base64.getDecoder().decode(parts[1].strip());
      return Optional.of(new PartChecksum(MessageDigest.getInstance(name), expected));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }

  void update(byte[] bytes, int count) {
    digest.update(bytes, 0, count);
  }

  boolean isMet() {
    return MessageDigest.isEqual(digest.digest(), expected);
  }
}
