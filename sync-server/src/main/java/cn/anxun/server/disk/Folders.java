package cn.anxun.server.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders: those that hold what is nobody else's to read, and those that go. */
public final class Folders {
  private Folders() {}

  /** Makes the folder, for its owner alone, where there is none. */
  public static void makePrivate(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path absolute = folder.toAbsolutePath();
    Path parent = absolute.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (absolute.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(
          absolute,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(absolute);
    }
  }

  /**
   * Gives a file to whoever owns this one, such as the server's own user; where files have owners.
   */
  public static void giveTo(Path file, Path like) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return;
    }
    PosixFileAttributes wanted = Files.readAttributes(like, PosixFileAttributes.class);
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (!view.readAttributes().owner().equals(wanted.owner())) {
      view.setOwner(wanted.owner());
      view.setGroup(wanted.group());
    }
  }

  /** Gives a folder with all that is in it, see {@link #giveTo}. */
  public static void giveAllTo(Path folder, Path like) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        giveTo(file, like);
      }
    }
  }

  /** Deletes the folder with all that is in it, where it exists. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  public static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** The file's path within the folder, with slashes on every system. */
  public static String path(Path folder, Path file) {
    StringBuilder path = new StringBuilder();
    for (Path name : folder.toAbsolutePath().relativize(file.toAbsolutePath())) {
      path.append(path.isEmpty() ? "" : "/").append(name);
    }
    return path.toString();
  }
}
