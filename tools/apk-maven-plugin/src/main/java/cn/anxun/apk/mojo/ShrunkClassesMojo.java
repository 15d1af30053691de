package cn.anxun.apk.mojo;

import cn.anxun.apk.dex.DexInput;
import cn.anxun.apk.dex.ReleaseShrinker;
import cn.anxun.apk.dex.ShrinkRules;
import cn.anxun.apk.dex.StandInCompiler;
import cn.anxun.apk.failure.BuildFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.NullUnmarked;

/**
 * Shrinks the app to class files by the rules of the release, so that a test on the JVM can run
 * what R8 made of it.
 */
@NullUnmarked
@Mojo(
    name = "shrunk-classes",
    defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class ShrunkClassesMojo extends PackagingGoal {

  /** What R8 must keep of the app itself. */
  @Parameter(defaultValue = "${project.basedir}/src/main/proguard.pro")
  private File rules;

  /** What it must keep besides, because the test runner calls it from outside. */
  @Parameter(defaultValue = "${project.basedir}/src/test/shrunk.pro")
  private File testRules;

  /**
   * Classes that stand in for those of the app of the same name, since a JVM cannot run them, such
   * as a database with native code; and what a test calls. Need not exist.
   */
  @Parameter(defaultValue = "${project.basedir}/src/shrunk/java")
  private File standIns;

  @Override
  void run() throws IOException, BuildFailure {
    Path classes = Path.of(project.getBuild().getOutputDirectory());
    DexInput app = AppClasses.read(project, minSdk);
    Path compiled = work.toPath().resolve("stand-ins");
    StandInCompiler.compile(standIns.toPath(), AppClasses.compileClassPath(project), compiled);
    DexInput input = app.withStandIns(classes, compiled);
    List<Path> all =
        new ShrinkRules(work.toPath().resolve("shrink-rules"))
            .collect(
                List.of(
                    work.toPath().resolve("aapt-rules.pro"), rules.toPath(), testRules.toPath()),
                Libraries.list(project),
                AppClasses.jars(project));
    Path jar = new ReleaseShrinker(work.toPath(), getLog()::debug).toClassFiles(input, all);
    getLog().info("Shrunk to class files: " + jar);
  }
}
