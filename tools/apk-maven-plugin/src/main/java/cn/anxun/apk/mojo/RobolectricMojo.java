package cn.anxun.apk.mojo;

import cn.anxun.apk.failure.BuildFailure;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.NullUnmarked;

/**
 * Resolves the Android versions that Robolectric runs tests on, and writes the file that says where
 * they are: a test never downloads by itself.
 */
@NullUnmarked
@Mojo(name = "robolectric", defaultPhase = LifecyclePhase.PROCESS_TEST_RESOURCES, threadSafe = true)
public final class RobolectricMojo extends Goal {

  private static final String ANDROID = "org.robolectric:android-all-instrumented:";

  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true)
  private RepositorySystemSession session;

  @Parameter(defaultValue = "${project.remoteProjectRepositories}", readonly = true)
  private List<RemoteRepository> repositories;

  private final RepositorySystem repositorySystem;

  /** Versions of android-all-instrumented. */
  @Parameter(required = true)
  private List<String> sdks;

  /** What the tests are told as the system property robolectric-deps.properties. */
  @Parameter(defaultValue = "${project.build.directory}/robolectric-deps.properties")
  private File dependencies;

  @Inject
  public RobolectricMojo(RepositorySystem repositorySystem) {
    this.repositorySystem = repositorySystem;
  }

  @Override
  void run() throws IOException, BuildFailure {
    Properties files = new Properties();
    for (String sdk : sdks) {
      files.setProperty(ANDROID + sdk, resolve(ANDROID + sdk));
    }
    Files.createDirectories(dependencies.toPath().toAbsolutePath().getParent());
    try (Writer out = Files.newBufferedWriter(dependencies.toPath())) {
      files.store(out, null);
    }
  }

  private String resolve(String coordinates) throws BuildFailure {
    try {
      ArtifactRequest request =
          new ArtifactRequest(new DefaultArtifact(coordinates), repositories, null);
      return repositorySystem
          .resolveArtifact(session, request)
          .getArtifact()
          .getFile()
          .getAbsolutePath();
    } catch (ArtifactResolutionException e) {
      throw new BuildFailure("Robolectric's " + coordinates + " is not to be had.", e);
    }
  }
}
