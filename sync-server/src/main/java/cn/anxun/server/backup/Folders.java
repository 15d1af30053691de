package cn.anxun.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Folders that hold what is nobody else's to read. */
final class Folders {
  private Folders() {}

  /** Makes the folder, for its owner alone, where there is none. */
  static void makePrivate(Path folder) throws IOException {
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

  static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** The file's path within the folder, with slashes on every system. */
  static String path(Path folder, Path file) {
    StringBuilder path = new StringBuilder();
    for (Path name : folder.toAbsolutePath().relativize(file.toAbsolutePath())) {
      path.append(path.isEmpty() ? "" : "/").append(name);
    }
    return path.toString();
  }
}
