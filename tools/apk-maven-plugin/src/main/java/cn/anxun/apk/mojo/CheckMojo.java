package cn.anxun.apk.mojo;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.inspection.ApkInspection;
import cn.anxun.apk.inspection.Badging;
import cn.anxun.apk.inspection.ExpectedApk;
import cn.anxun.apk.resource.Aapt2;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Checks each APK that this build made: signature, package, levels, permissions, size. */
@NullUnmarked
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends PackagingGoal {

  /** The package the app is installed as. */
  @Parameter(required = true)
  private String applicationId;

  @Parameter(defaultValue = "35")
  private int targetSdk;

  /** All permissions that the app may ask for. */
  @Parameter(required = true)
  private List<String> permissions;

  /** The size in bytes that a release must stay under; 0 for any. */
  @Parameter(defaultValue = "0")
  private long maximumReleaseBytes;

  @Override
  void run() throws IOException, BuildFailure {
    ExpectedApk expected =
        new ExpectedApk(
            applicationId,
            minSdk,
            targetSdk,
            Set.copyOf(permissions),
            release,
            keySource().generated(),
            release ? maximumReleaseBytes : 0);
    ApkInspection inspection = new ApkInspection(Aapt2.unpack(work.toPath().resolve("tools")));
    for (Artifact artifact : project.getAttachedArtifacts()) {
      if (artifact.getType().equals("apk")) {
        Path apk = artifact.getFile().toPath();
        Badging badging = inspection.check(apk, expected);
        getLog()
            .info(
                apk.getFileName()
                    + " is signed and aligned, asks for "
                    + badging.permissions().size()
                    + " permissions, has native code for "
                    + badging.abis()
                    + (badging.testOnly() ? ", test-only" : ""));
      }
    }
  }
}
