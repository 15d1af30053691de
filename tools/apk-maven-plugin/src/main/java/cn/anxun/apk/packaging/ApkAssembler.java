package cn.anxun.apk.packaging;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.file.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Puts an unsigned APK together. */
public final class ApkAssembler {

  private ApkAssembler() {}

  /**
   * Writes the zip; the signer aligns it.
   *
   * @throws BuildFailure if one ABI is asked for and no library offers it
   */
  public static void assemble(ApkContent content, Path apk) throws IOException, BuildFailure {
    try (ApkZip zip = new ApkZip(apk)) {
      addResources(content.resourcePackage(), zip);
      int number = 1;
      for (Path dex : content.dexes()) {
        String name = number == 1 ? "classes.dex" : "classes" + number + ".dex";
        zip.deflated(name, Files.readAllBytes(dex));
        number++;
      }
      for (Path source : content.javaResources()) {
        addJavaResources(source, zip);
      }
      addNativeLibraries(content, zip);
    }
  }

  private static void addResources(Path resourcePackage, ApkZip zip) throws IOException {
    try (ZipFile resources = new ZipFile(resourcePackage.toFile())) {
      for (ZipEntry entry : Collections.list(resources.entries())) {
        byte[] bytes = read(resources, entry);
        if (entry.getMethod() == ZipEntry.STORED) {
          zip.stored(entry.getName(), bytes);
        } else {
          zip.deflated(entry.getName(), bytes);
        }
      }
    }
  }

  private static void addJavaResources(Path source, ApkZip zip) throws IOException {
    if (Files.isDirectory(source)) {
      for (Path file : FileTree.list(source)) {
        String name = FileTree.relativeName(source, file);
        if (JavaResources.isWanted(name)) {
          zip.deflated(name, Files.readAllBytes(file));
        }
      }
      return;
    }
    try (ZipFile jar = new ZipFile(source.toFile())) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (!entry.isDirectory() && JavaResources.isWanted(entry.getName())) {
          zip.deflated(entry.getName(), read(jar, entry));
        }
      }
    }
  }

  private static void addNativeLibraries(ApkContent content, ApkZip zip)
      throws IOException, BuildFailure {
    int all = 0;
    int taken = 0;
    for (AndroidArchive library : content.libraries()) {
      List<Path> files = FileTree.list(library.nativeLibraries(), ".so");
      for (Path file : files) {
        String name = FileTree.relativeName(library.nativeLibraries(), file);
        all++;
        if (content.abi().isEmpty() || name.startsWith(content.abi().get() + "/")) {
          zip.stored("lib/" + name, Files.readAllBytes(file));
          taken++;
        }
      }
    }
    if (all > 0 && taken == 0) {
      throw new BuildFailure(
          "No library brings native code for the ABI " + content.abi().orElse("") + ".");
    }
  }

  private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
