package cn.anxun.apk.dex;

import java.nio.file.Path;
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
}
