package cn.anxun.apk.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers in a file of what inputs a result was made. It is removed before the work starts and
 * written when the work is done, so that an interrupted step is redone.
 */
public final class Stamp {

  private final Path file;

  public Stamp(Path file) {
    this.file = file;
  }

  /** Whether the last finished run had these inputs. */
  public boolean matches(String fingerprint) throws IOException {
    return Files.isRegularFile(file) && Files.readString(file).equals(fingerprint);
  }

  /** The work starts: until {@link #finish} there is no result. */
  public void start() throws IOException {
    Files.deleteIfExists(file);
  }

  /** The work is done. */
  public void finish(String fingerprint) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, fingerprint);
  }
}
