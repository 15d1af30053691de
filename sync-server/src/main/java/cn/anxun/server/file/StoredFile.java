package cn.anxun.server.file;

import java.nio.file.Path;

/**
 * A file that is whole and checked.
 *
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param kind as its bytes say
 */
public record StoredFile(String sha256, Path path, long bytes, FileKind kind) {
  /** A name for a copy that somebody saves: none that came from anywhere. */
  public String copyName() {
    return sha256.substring(0, 16) + '.' + kind.ending();
  }
}
