package cn.anxun.apk.archive;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.file.FileTree;
import cn.anxun.apk.file.Fingerprint;
import cn.anxun.apk.file.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Lays AARs open, each once as long as its file stays the same. */
public final class ArchiveExploder {

  private final Path root;

  /**
   * @param root holds one directory for each AAR
   */
  public ArchiveExploder(Path root) {
    this.root = root;
  }

  /**
   * Lays one AAR open. All its classes are in one {@code classes.jar} afterwards, those of the jars
   * in its {@code libs} too.
   *
   * @param name group, artifact and version
   */
  public AndroidArchive explode(String name, Path file) throws IOException, BuildFailure {
    if (!Files.isRegularFile(file)) {
      throw new BuildFailure(
          "The AAR of "
              + name
              + " is missing: there is no file "
              + file
              + ". Check the dependency's"
              + " version, and that a repository in the Maven settings offers it.");
    }
    AndroidArchive archive = new AndroidArchive(name, root.resolve(name));
    Stamp stamp = new Stamp(root.resolve(name + ".stamp"));
    String fingerprint = new Fingerprint().version(file).value();
    if (!stamp.matches(fingerprint)) {
      stamp.start();
      FileTree.recreate(archive.directory());
      unzip(name, file, archive.directory());
      if (!Files.exists(archive.manifest())) {
        throw new BuildFailure(
            file + " of " + name + " is not an AAR: no AndroidManifest.xml in it.");
      }
      joinClasses(archive);
      stamp.finish(fingerprint);
    }
    return archive;
  }

  private static void unzip(String name, Path file, Path directory)
      throws IOException, BuildFailure {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          continue;
        }
        if (!target.startsWith(directory)) {
          throw new BuildFailure(file + " of " + name + " would write outside: " + entry.getName());
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, target);
        }
      }
    } catch (ZipException e) {
      throw new BuildFailure(file + " of " + name + " is not an AAR: " + e.getMessage(), e);
    }
  }

  private static void joinClasses(AndroidArchive archive) throws IOException {
    List<Path> jars = new ArrayList<>();
    if (Files.exists(archive.classes())) {
      jars.add(archive.classes());
    }
    List<Path> libraries = FileTree.list(archive.directory().resolve("libs"), ".jar");
    jars.addAll(libraries);
    if (libraries.isEmpty() && !jars.isEmpty()) {
      return;
    }
    Path joined = archive.directory().resolve("classes-joined.jar");
    Set<String> names = new HashSet<>();
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(joined))) {
      for (Path jar : jars) {
        append(jar, out, names);
      }
    }
    Files.deleteIfExists(archive.classes());
    Files.move(joined, archive.classes());
  }

  private static void append(Path jar, ZipOutputStream out, Set<String> names) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.isDirectory() || !names.add(entry.getName())) {
          continue;
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = zip.getInputStream(entry)) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }
}
