package cn.anxun.apk.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whole directories at once. Lists are sorted, so that the same files give the same bytes. */
public final class FileTree {

  private FileTree() {}

  /** Every regular file below a directory whose name ends so; none where there is no directory. */
  public static List<Path> list(Path directory, String nameEnd) throws IOException {
    return list(directory, file -> file.toString().endsWith(nameEnd));
  }

  /** Every regular file below a directory; none where there is no directory. */
  public static List<Path> list(Path directory) throws IOException {
    return list(directory, file -> true);
  }

  private static List<Path> list(Path directory, Predicate<Path> wanted) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
    }
  }

  /** The path of a file inside a directory, with forward slashes on every system. */
  public static String relativeName(Path directory, Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }

  /** Removes a directory with all that is in it, if it is there. */
  public static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** An empty directory, whatever was there before. */
  public static Path recreate(Path directory) throws IOException {
    delete(directory);
    return Files.createDirectories(directory);
  }
}
