package cn.anxun.apk.dex;

import cn.anxun.apk.file.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The class files of an app.
 *
 * @param own class files and jars of this build, which change often
 * @param libraries jars of others, which seldom change
 * @param android what the phone itself has: the jar of Android's classes
 * @param minSdk the lowest API level
 */
public record DexInput(List<Path> own, List<Path> libraries, List<Path> android, int minSdk) {

  public DexInput {
    own = List.copyOf(own);
    libraries = List.copyOf(libraries);
    android = List.copyOf(android);
  }

  /**
   * The same with some classes of the app replaced by others of the same name.
   *
   * @param classes where the app's class files are
   * @param standIns where the others are; need not exist
   */
  public DexInput withStandIns(Path classes, Path standIns) throws IOException {
    List<Path> replaced = new ArrayList<>(FileTree.list(standIns, ".class"));
    for (Path file : own) {
      boolean hasStandIn =
          file.startsWith(classes)
              && Files.exists(standIns.resolve(FileTree.relativeName(classes, file)));
      if (!hasStandIn) {
        replaced.add(file);
      }
    }
    return new DexInput(replaced, libraries, android, minSdk);
  }
}
