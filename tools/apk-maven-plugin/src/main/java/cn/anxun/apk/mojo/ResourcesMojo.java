package cn.anxun.apk.mojo;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.manifest.ManifestMerge;
import cn.anxun.apk.manifest.ManifestSettings;
import cn.anxun.apk.resource.Aapt2;
import cn.anxun.apk.resource.AppResources;
import cn.anxun.apk.resource.LinkedResources;
import cn.anxun.apk.resource.RobolectricConfiguration;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.NullUnmarked;

/** Merges the manifests, compiles and links the resources, and writes the R classes. */
@NullUnmarked
@Mojo(
    name = "resources",
    defaultPhase = LifecyclePhase.GENERATE_SOURCES,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class ResourcesMojo extends PackagingGoal {

  /** The package the app is installed as. */
  @Parameter(required = true)
  private String applicationId;

  /** Rises with every release. */
  @Parameter(defaultValue = "1")
  private int versionCode;

  @Parameter(defaultValue = "${project.version}")
  private String versionName;

  @Parameter(defaultValue = "35")
  private int targetSdk;

  @Parameter(defaultValue = "${project.basedir}/src/main/AndroidManifest.xml")
  private File manifest;

  @Parameter(defaultValue = "${project.basedir}/src/main/res")
  private File res;

  @Parameter(defaultValue = "${project.basedir}/src/main/assets")
  private File assets;

  /** Where the R classes are written. */
  @Parameter(defaultValue = "${project.build.directory}/generated-sources/r")
  private File generatedSources;

  @Override
  void run() throws IOException, BuildFailure {
    List<AndroidArchive> libraries = Libraries.list(project);
    Path directory = work.toPath();
    Path merged = directory.resolve("AndroidManifest.xml");
    ManifestSettings settings =
        new ManifestSettings(
            applicationId,
            versionCode,
            versionName,
            minSdk,
            targetSdk,
            !release,
            keySource().generated());
    boolean manifestChanged =
        new ManifestMerge(settings).merge(manifest.toPath(), libraries, merged);
    LinkedResources linked = new LinkedResources(directory, generatedSources.toPath());
    Aapt2 aapt2 = Aapt2.unpack(directory.resolve("tools"));
    boolean resourcesChanged =
        new AppResources(aapt2, linked, minSdk, targetSdk)
            .build(merged, libraries, res.toPath(), assets.toPath());
    project.addCompileSourceRoot(generatedSources.getPath());
    Path tests = Path.of(project.getBuild().getTestOutputDirectory());
    RobolectricConfiguration.write(tests, applicationId, merged, linked, assets.toPath());
    getLog()
        .info(
            "manifest "
                + (manifestChanged ? "merged" : "unchanged")
                + ", resources "
                + (resourcesChanged ? "linked" : "unchanged"));
  }
}
