package cn.anxun.apk.mojo;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.failure.BuildFailure;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.project.MavenProject;

/** The AARs that one goal laid open, for the goals after it. */
final class Libraries {

  private static final String KEY = "cn.anxun.apk.libraries";

  private Libraries() {}

  static void remember(MavenProject project, List<AndroidArchive> libraries) {
    project.setContextValue(KEY, List.copyOf(libraries));
  }

  static List<AndroidArchive> list(MavenProject project) throws BuildFailure {
    if (!(project.getContextValue(KEY) instanceof List<?> remembered)) {
      throw new BuildFailure("The goal apk:aars must run first: add it to the executions.");
    }
    List<AndroidArchive> libraries = new ArrayList<>();
    for (Object library : remembered) {
      libraries.add((AndroidArchive) library);
    }
    return libraries;
  }
}
