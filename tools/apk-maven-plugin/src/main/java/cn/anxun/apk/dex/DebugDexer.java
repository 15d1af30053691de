package cn.anxun.apk.dex;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.file.FileTree;
import cn.anxun.apk.file.Fingerprint;
import cn.anxun.apk.file.Stamp;
import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.JdkClassFileProvider;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Dexes by D8: the libraries apart from the app's own classes, each only if they changed. */
public final class DebugDexer {

  private final Path work;
  private final Consumer<String> warnings;

  /**
   * @param work keeps the dex files between builds
   */
  public DebugDexer(Path work, Consumer<String> warnings) {
    this.work = work;
    this.warnings = warnings;
  }

  /**
   * Dexes what changed.
   *
   * @return the app's own dex files first, then the libraries'
   */
  public List<Path> dex(DexInput input) throws IOException, BuildFailure {
    List<Path> dexes = new ArrayList<>(own(input));
    dexes.addAll(libraries(input));
    return dexes;
  }

  private List<Path> own(DexInput input) throws IOException, BuildFailure {
    Fingerprint fingerprint = fingerprint(input);
    for (Path file : input.own()) {
      fingerprint.content(file);
    }
    for (Path library : input.libraries()) {
      fingerprint.version(library);
    }
    return dex(input, input.own(), input.libraries(), work.resolve("dex-own"), fingerprint.value());
  }

  private List<Path> libraries(DexInput input) throws IOException, BuildFailure {
    Fingerprint fingerprint = fingerprint(input);
    for (Path library : input.libraries()) {
      fingerprint.version(library);
    }
    return dex(
        input, input.libraries(), List.of(), work.resolve("dex-libraries"), fingerprint.value());
  }

  private static Fingerprint fingerprint(DexInput input) {
    return new Fingerprint()
        .text("d8", Version.getVersionString())
        .text("minSdk", input.minSdk())
        .text("android", input.android());
  }

  private List<Path> dex(
      DexInput input, List<Path> programs, List<Path> classPath, Path output, String fingerprint)
      throws IOException, BuildFailure {
    Stamp stamp = new Stamp(output.resolveSibling(output.getFileName() + ".stamp"));
    if (!stamp.matches(fingerprint) || !Files.isDirectory(output)) {
      stamp.start();
      FileTree.recreate(output);
      Diagnostics diagnostics = new Diagnostics(warnings);
      try {
        D8.run(
            D8Command.builder(diagnostics)
                .addProgramFiles(programs)
                .addClasspathFiles(classPath)
                .addLibraryFiles(input.android())
                .addLibraryResourceProvider(JdkClassFileProvider.fromSystemJdk())
                .setMinApiLevel(input.minSdk())
                .setMode(CompilationMode.DEBUG)
                .setOutput(output, OutputMode.DexIndexed)
                .build());
      } catch (CompilationFailedException e) {
        throw new BuildFailure(
            "D8 cannot dex the classes:\n  " + String.join("\n  ", diagnostics.errors()), e);
      }
      stamp.finish(fingerprint);
    }
    return FileTree.list(output, ".dex");
  }
}
