package cn.anxun.server.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is there whole or not at all: it is written beside its place and moved there when it
 * is done. Nothing is left over where writing fails.
 */
public final class OutputFile {

  /**
   * Writes the content.
   *
   * @param <X> what it may throw besides
   */
  public interface Content<X extends Exception> {
    void write(OutputStream out) throws IOException, X;
  }

  private OutputFile() {}

  /** Writes the file, over one that is there; its folder is made if need be. */
  public static <X extends Exception> void write(Path file, Content<X> content)
      throws IOException, X {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException(file + " is not a file");
    }
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, ".anxun-", ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        content.write(out);
      }
      move(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void move(Path unfinished, Path target) throws IOException {
    try {
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
