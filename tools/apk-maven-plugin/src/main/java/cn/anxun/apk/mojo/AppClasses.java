package cn.anxun.apk.mojo;

import cn.anxun.apk.dex.DexInput;
import cn.anxun.apk.file.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** The classes of the app as Maven's model has them. */
final class AppClasses {

  private AppClasses() {}

  /** The app and the modules of its group apart from the libraries of others. */
  static DexInput read(MavenProject project, int minSdk) throws IOException {
    List<Path> own = new ArrayList<>(classes(Path.of(project.getBuild().getOutputDirectory())));
    List<Path> libraries = new ArrayList<>();
    List<Path> android = new ArrayList<>();
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getFile() == null) {
        continue;
      }
      Path file = artifact.getFile().toPath();
      if (Artifact.SCOPE_PROVIDED.equals(artifact.getScope())) {
        android.add(file);
      } else if (isInApp(artifact)) {
        if (!artifact.getGroupId().equals(project.getGroupId())) {
          libraries.add(file);
        } else if (Files.isDirectory(file)) {
          own.addAll(classes(file));
        } else {
          own.add(file);
        }
      }
    }
    return new DexInput(own, libraries, android, minSdk);
  }

  /** Every jar in the app, and every directory of a module built with it. */
  static List<Path> jars(MavenProject project) {
    List<Path> jars = new ArrayList<>();
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getFile() != null && isInApp(artifact)) {
        jars.add(artifact.getFile().toPath());
      }
    }
    return jars;
  }

  /** What the app itself is compiled against, with the app. */
  static List<Path> compileClassPath(MavenProject project) {
    List<Path> classPath = new ArrayList<>();
    classPath.add(Path.of(project.getBuild().getOutputDirectory()));
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getFile() != null && !Artifact.SCOPE_TEST.equals(artifact.getScope())) {
        classPath.add(artifact.getFile().toPath());
      }
    }
    return classPath;
  }

  private static boolean isInApp(Artifact artifact) {
    return !Artifact.SCOPE_PROVIDED.equals(artifact.getScope())
        && !Artifact.SCOPE_TEST.equals(artifact.getScope());
  }

  private static List<Path> classes(Path directory) throws IOException {
    return FileTree.list(directory, ".class").stream()
        .filter(file -> !file.endsWith("module-info.class"))
        .toList();
  }
}
