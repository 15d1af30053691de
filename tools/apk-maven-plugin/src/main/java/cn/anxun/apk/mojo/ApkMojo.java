package cn.anxun.apk.mojo;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.dex.DebugDexer;
import cn.anxun.apk.dex.DexInput;
import cn.anxun.apk.dex.ReleaseShrinker;
import cn.anxun.apk.dex.ShrinkRules;
import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.file.FileTree;
import cn.anxun.apk.packaging.ApkBuilder;
import cn.anxun.apk.packaging.ApkContent;
import cn.anxun.apk.signing.SigningKey;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.NullUnmarked;

/** Dexes (a release is shrunk), zips, signs and verifies: one debug APK, or one release per ABI. */
@NullUnmarked
@Mojo(
    name = "apk",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class ApkMojo extends PackagingGoal {

  private final MavenProjectHelper helper;

  /** Makes no APK. */
  @Parameter(property = "apk.skip", defaultValue = "false")
  private boolean skip;

  /** What R8 must keep of the app itself. */
  @Parameter(defaultValue = "${project.basedir}/src/main/proguard.pro")
  private File rules;

  /** The ABIs that a release is made for, an APK each; empty for one APK with all. */
  @Parameter private List<String> abis;

  @Inject
  public ApkMojo(MavenProjectHelper helper) {
    this.helper = helper;
  }

  @Override
  void run() throws IOException, BuildFailure {
    if (skip) {
      return;
    }
    SigningKey key = SigningKey.load(keySource());
    List<AndroidArchive> libraries = Libraries.list(project);
    DexInput input = AppClasses.read(project, minSdk);
    Path resources = work.toPath().resolve("resources.ap_");
    ApkBuilder builder = new ApkBuilder(work.toPath(), key);
    if (!release) {
      List<Path> dexes = new DebugDexer(work.toPath(), getLog()::debug).dex(input);
      List<Path> jars = new ArrayList<>();
      jars.add(Path.of(project.getBuild().getOutputDirectory()));
      jars.addAll(AppClasses.jars(project));
      attach(builder, new ApkContent(resources, dexes, jars, libraries, Optional.empty()), "debug");
      return;
    }
    Path shrunk =
        new ReleaseShrinker(work.toPath(), getLog()::warn).toDex(input, shrinkRules(libraries));
    List<Path> dexes = FileTree.list(shrunk, ".dex");
    if (abis == null || abis.isEmpty()) {
      attach(
          builder,
          new ApkContent(resources, dexes, List.of(shrunk), libraries, Optional.empty()),
          "release");
      return;
    }
    for (String abi : abis) {
      attach(
          builder,
          new ApkContent(resources, dexes, List.of(shrunk), libraries, Optional.of(abi)),
          "release-" + abi);
    }
  }

  private void attach(ApkBuilder builder, ApkContent content, String variant)
      throws IOException, BuildFailure {
    Path target = Path.of(project.getBuild().getDirectory());
    Path apk = target.resolve(project.getBuild().getFinalName() + "-" + variant + ".apk");
    boolean built = builder.build(content, apk);
    helper.attachArtifact(project, "apk", variant, apk.toFile());
    getLog()
        .info(
            apk.getFileName()
                + ": "
                + Files.size(apk)
                + " bytes"
                + (built ? ", signed and verified" : ", unchanged"));
  }

  private List<Path> shrinkRules(List<AndroidArchive> libraries) throws IOException {
    return new ShrinkRules(work.toPath().resolve("shrink-rules"))
        .collect(
            List.of(work.toPath().resolve("aapt-rules.pro"), rules.toPath()),
            libraries,
            AppClasses.jars(project));
  }
}
