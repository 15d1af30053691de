package cn.anxun.apk.packaging;

import cn.anxun.apk.archive.AndroidArchive;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What goes into an APK.
 *
 * @param resourcePackage manifest, resources and assets, as linked
 * @param dexes in the order in which they are numbered
 * @param javaResources jars and directories whose files, other than classes, are read at run time
 * @param libraries AARs that may bring native libraries
 * @param abi the one ABI to take native libraries of; all of them where empty
 */
public record ApkContent(
    Path resourcePackage,
    List<Path> dexes,
    List<Path> javaResources,
    List<AndroidArchive> libraries,
    Optional<String> abi) {

  public ApkContent {
    dexes = List.copyOf(dexes);
    javaResources = List.copyOf(javaResources);
    libraries = List.copyOf(libraries);
  }
}
