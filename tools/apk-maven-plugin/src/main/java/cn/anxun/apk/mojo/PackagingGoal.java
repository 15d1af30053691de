package cn.anxun.apk.mojo;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.signing.KeySource;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.NullUnmarked;

/** What the goals that make the APK agree about: release or debug, and which key. */
@NullUnmarked
abstract class PackagingGoal extends Goal {

  @Parameter(defaultValue = "${project}", readonly = true)
  MavenProject project;

  /** The lowest API level. */
  @Parameter(defaultValue = "26")
  int minSdk;

  /** Keeps what the steps make, between builds too. */
  @Parameter(defaultValue = "${project.build.directory}/apk")
  File work;

  /** A release: shrunk by R8, not debuggable, signed with a configured key. */
  @Parameter(property = "apk.release", defaultValue = "false")
  boolean release;

  /** The PKCS #12 file of the key that releases are signed with. */
  @Parameter(property = "apk.keystore")
  File releaseKeystore;

  /** Opens the release keystore and the key in it. */
  @Parameter(property = "apk.storePassword")
  String storePassword;

  /** The key's name in the release keystore. */
  @Parameter(property = "apk.keyAlias")
  String keyAlias;

  /** Allows a release that is signed with a key made by the build, and marked test-only. */
  @Parameter(property = "apk.generateKey", defaultValue = "false")
  boolean generateKey;

  /** Where a key made by the build is kept. */
  @Parameter(defaultValue = "${project.build.directory}/apk/generated.p12")
  File generatedKeystore;

  final KeySource keySource() throws BuildFailure {
    if (!release) {
      return KeySource.generated(generatedKeystore.toPath());
    }
    return KeySource.forRelease(
        Optional.ofNullable(releaseKeystore).map(File::toPath),
        Optional.ofNullable(storePassword),
        Optional.ofNullable(keyAlias),
        generatedKeystore.toPath(),
        generateKey);
  }
}
