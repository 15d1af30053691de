package cn.anxun.apk.mojo;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.archive.ArchiveExploder;
import cn.anxun.apk.failure.BuildFailure;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.NullUnmarked;

/** Lays open every AAR among the dependencies and puts its classes on the class paths. */
@NullUnmarked
@Mojo(
    name = "aars",
    defaultPhase = LifecyclePhase.INITIALIZE,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class AarsMojo extends Goal {

  @Parameter(defaultValue = "${project}", readonly = true)
  private MavenProject project;

  /** Where the AARs are laid open. */
  @Parameter(defaultValue = "${project.build.directory}/aars")
  private File aarDirectory;

  @Override
  void run() throws IOException, BuildFailure {
    ArchiveExploder exploder = new ArchiveExploder(aarDirectory.toPath());
    List<AndroidArchive> libraries = new ArrayList<>();
    for (Artifact artifact : project.getArtifacts()) {
      if (!artifact.getType().equals("aar") || artifact.getFile() == null) {
        continue;
      }
      AndroidArchive library = exploder.explode(name(artifact), artifact.getFile().toPath());
      artifact.setFile(library.classes().toFile());
      artifact.setArtifactHandler(onClassPath());
      if (!Artifact.SCOPE_TEST.equals(artifact.getScope())) {
        libraries.add(library);
      }
    }
    Libraries.remember(project, libraries);
    getLog().info(libraries.size() + " AARs in the app");
  }

  private static String name(Artifact artifact) {
    return artifact.getGroupId() + "-" + artifact.getArtifactId() + "-" + artifact.getVersion();
  }

  /** Maven knows no type aar: this tells it that the file belongs on a class path. */
  private static DefaultArtifactHandler onClassPath() {
    DefaultArtifactHandler handler = new DefaultArtifactHandler("aar");
    handler.setAddedToClasspath(true);
    handler.setLanguage("java");
    handler.setExtension("aar");
    return handler;
  }
}
