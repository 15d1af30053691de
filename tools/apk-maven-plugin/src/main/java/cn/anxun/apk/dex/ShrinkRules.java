package cn.anxun.apk.dex;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.file.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The rules that jars carry for those who shrink them, and those that any Android app needs. */
public final class ShrinkRules {

  private static final String FOR_R8 = "META-INF/com.android.tools/r8/";
  private static final String FOR_ALL = "META-INF/proguard/";

  private static final String ANDROID =
      """
      -keepattributes Signature,InnerClasses,EnclosingMethod,RuntimeVisible*Annotations
      -keepattributes AnnotationDefault,SourceFile,LineNumberTable
      -keepclassmembers enum * { public static **[] values(); public static ** valueOf(java.lang.String); }
      -keepclassmembers class * implements android.os.Parcelable { public static final ** CREATOR; }
      -keepclasseswithmembernames,includedescriptorclasses class * { native <methods>; }
      -keep class androidx.annotation.Keep
      -keep @androidx.annotation.Keep class * { *; }
      -keepclassmembers class * { @androidx.annotation.Keep *; }
      # Annotations for compilers, which no library brings along.
      -dontwarn com.google.errorprone.annotations.**
      -dontwarn org.jetbrains.annotations.**
      """;

  private final Path directory;

  /**
   * @param directory takes what is written out
   */
  public ShrinkRules(Path directory) {
    this.directory = directory;
  }

  /**
   * Every rule that counts.
   *
   * @param own files of the app itself; one need not exist
   */
  public List<Path> collect(List<Path> own, List<AndroidArchive> libraries, List<Path> jars)
      throws IOException {
    List<Path> rules = new ArrayList<>(own);
    for (AndroidArchive library : libraries) {
      rules.add(library.shrinkRules());
    }
    rules.removeIf(file -> !Files.exists(file));
    rules.addAll(extract(jars));
    return rules;
  }

  /**
   * Writes out what the jars carry (the form meant for R8 where a jar has both) and the rules for
   * any app: one file each.
   */
  private List<Path> extract(List<Path> jars) throws IOException {
    FileTree.recreate(directory);
    List<Path> rules = new ArrayList<>();
    rules.add(Files.writeString(directory.resolve("android.pro"), ANDROID));
    for (Path jar : jars) {
      if (Files.isDirectory(jar)) {
        continue;
      }
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        for (ZipEntry entry : rulesIn(zip)) {
          Path file = directory.resolve(rules.size() + "-" + fileName(entry.getName()));
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
          }
          rules.add(file);
        }
      }
    }
    return rules;
  }

  private static List<ZipEntry> rulesIn(ZipFile zip) {
    List<ZipEntry> forR8 = new ArrayList<>();
    List<ZipEntry> forAll = new ArrayList<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (!entry.isDirectory() && entry.getName().startsWith(FOR_R8)) {
        forR8.add(entry);
      } else if (!entry.isDirectory() && entry.getName().startsWith(FOR_ALL)) {
        forAll.add(entry);
      }
    }
    return forR8.isEmpty() ? forAll : forR8;
  }

  private static String fileName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
