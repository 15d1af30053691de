package cn.anxun.server.disk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that is there whole or not at all, after a kill and after a power cut too: its bytes are
 * on the disk before it has its name, and its name is on the disk when the call returns.
 */
public final class DurableFile {

  /**
   * Writes the content.
   *
   * @param <X> what it may throw besides
   */
  public interface Content<X extends Exception> {
    void write(OutputStream out) throws IOException, X;
  }

  private DurableFile() {}

  /**
   * Writes the file, over one that is there, for its owner alone where files have owners; its
   * folder is made if need be. Nothing is left over where writing fails.
   */
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
      place(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** The same with these bytes. */
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, out -> out.write(bytes));
  }

  /** The same with what is in another file. */
  public static void copy(Path from, Path to) throws IOException {
    write(to, out -> Files.copy(from, out));
  }

  /**
   * Gives a file that is wholly written its place, over one that is there: first its bytes, then
   * its name.
   *
   * @throws java.nio.file.AtomicMoveNotSupportedException where they are not on one disk; then
   *     nothing was moved
   */
  public static void place(Path written, Path target) throws IOException {
    sync(written);
    Files.move(
        written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(parent(target));
  }

  /**
   * Gives a folder whose files are on the disk its place, where there is none yet, with all names
   * in it.
   */
  public static void placeFolder(Path made, Path target) throws IOException {
    try (Stream<Path> within = Files.walk(made)) {
      List<Path> folders = within.filter(Files::isDirectory).toList();
      for (Path folder : folders) {
        syncFolder(folder);
      }
    }
    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
    syncFolder(parent(target));
  }

  /** Sees to it that what was written into the file is on the disk. */
  public static void sync(Path file) throws IOException {
    force(file, StandardOpenOption.WRITE);
  }

  /** The same for names; Windows opens no folder, and keeps names by its own journal. */
  private static void syncFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      force(folder, StandardOpenOption.READ);
    }
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  private static Path parent(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException(file + " is in no folder");
    }
    return parent;
  }
}
