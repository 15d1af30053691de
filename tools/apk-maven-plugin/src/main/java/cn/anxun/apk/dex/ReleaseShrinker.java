package cn.anxun.apk.dex;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.file.FileTree;
import cn.anxun.apk.file.Fingerprint;
import cn.anxun.apk.file.Stamp;
import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.JdkClassFileProvider;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.Version;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shrinks, optimizes and renames by R8: the whole program at once, when something in it changed.
 */
public final class ReleaseShrinker {

  private final Path work;
  private final Consumer<String> warnings;

  /**
   * @param work keeps the result between builds
   */
  public ReleaseShrinker(Path work, Consumer<String> warnings) {
    this.work = work;
    this.warnings = warnings;
  }

  /** Old names by new ones, to read a stack trace of the released app. */
  public Path mapping() {
    return work.resolve("mapping.txt");
  }

  /**
   * Shrinks to dex.
   *
   * @return a directory of dex files, and of the resources of the classes that stayed
   */
  public Path toDex(DexInput input, List<Path> rules) throws IOException, BuildFailure {
    Path output = work.resolve("dex-release");
    run(input, rules, output, OutputMode.DexIndexed);
    return output;
  }

  /**
   * Shrinks by the same rules to class files, so that a test on the JVM can run what R8 made.
   *
   * @return a jar of class files and resources, without the signatures of the jars they came from:
   *     a JVM refuses changed classes under those
   */
  public Path toClassFiles(DexInput input, List<Path> rules) throws IOException, BuildFailure {
    Path output = work.resolve("shrunk.jar");
    run(input, rules, output, OutputMode.ClassFile);
    dropSignatures(output);
    return output;
  }

  private static void dropSignatures(Path jar) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Path metaInf = files.getPath("META-INF");
      if (!Files.isDirectory(metaInf)) {
        return;
      }
      try (DirectoryStream<Path> signatures =
          Files.newDirectoryStream(metaInf, "*.{SF,DSA,RSA,EC}")) {
        for (Path signature : signatures) {
          Files.delete(signature);
        }
      }
    }
  }

  private void run(DexInput input, List<Path> rules, Path output, OutputMode mode)
      throws IOException, BuildFailure {
    String fingerprint = fingerprint(input, rules);
    Stamp stamp = new Stamp(output.resolveSibling(output.getFileName() + ".stamp"));
    if (stamp.matches(fingerprint) && Files.exists(output)) {
      return;
    }
    stamp.start();
    FileTree.delete(output);
    Files.createDirectories(mode == OutputMode.ClassFile ? work : output);
    Diagnostics diagnostics = new Diagnostics(warnings);
    try {
      R8.run(command(input, rules, output, mode, diagnostics));
    } catch (CompilationFailedException e) {
      throw new BuildFailure(
          "R8 cannot shrink the app:\n  " + String.join("\n  ", diagnostics.errors()), e);
    }
    stamp.finish(fingerprint);
  }

  private R8Command command(
      DexInput input, List<Path> rules, Path output, OutputMode mode, Diagnostics diagnostics)
      throws CompilationFailedException, IOException {
    List<Path> programs = new ArrayList<>(input.own());
    programs.addAll(input.libraries());
    R8Command.Builder builder =
        R8Command.builder(diagnostics)
            .addProgramFiles(programs)
            .addLibraryFiles(input.android())
            .addLibraryResourceProvider(JdkClassFileProvider.fromSystemJdk())
            .addProguardConfigurationFiles(rules)
            .setMode(CompilationMode.RELEASE)
            .setOutput(output, mode, true);
    if (mode == OutputMode.DexIndexed) {
      builder.setMinApiLevel(input.minSdk()).setProguardMapOutputPath(mapping());
    }
    return builder.build();
  }

  private static String fingerprint(DexInput input, List<Path> rules) throws IOException {
    Fingerprint fingerprint =
        new Fingerprint().text("r8", Version.getVersionString()).text("minSdk", input.minSdk());
    fingerprint.text("android", input.android());
    for (Path file : input.own()) {
      fingerprint.content(file);
    }
    for (Path library : input.libraries()) {
      fingerprint.version(library);
    }
    for (Path file : rules) {
      fingerprint.content(file);
    }
    return fingerprint.value();
  }
}
