package cn.anxun.core.entry;

import java.util.Optional;

/**
 * A file that belongs to an entry; the file itself travels apart and later.
 *
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 * @param bytes its length, 1 to 200 MiB
 * @param type its media type, such as {@code image/jpeg}
 * @param role what it shows: {@code before}, {@code after}, {@code report} (sent in by the
 *     enterprise), {@code document}, {@code signed-copy}, …
 * @param original the SHA-256 of what the camera wrote, where the file is a smaller copy of it: who
 *     has kept the original can show that it is the one
 */
public record Attachment(
    String sha256, long bytes, String type, String role, Optional<String> original) {

  /** Of whose original nothing is known. */
  public Attachment(String sha256, long bytes, String type, String role) {
    this(sha256, bytes, type, role, Optional.empty());
  }
}
