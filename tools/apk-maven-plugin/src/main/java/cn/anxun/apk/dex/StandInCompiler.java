package cn.anxun.apk.dex;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.file.FileTree;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the classes that stand in for those of the app that a JVM cannot run. */
public final class StandInCompiler {

  private StandInCompiler() {}

  /**
   * Compiles all sources below a directory; where there are none, the output is empty.
   *
   * @throws BuildFailure with the compiler's words, file and line
   */
  public static void compile(Path sources, List<Path> classPath, Path output)
      throws IOException, BuildFailure {
    FileTree.recreate(output);
    List<Path> files = FileTree.list(sources, ".java");
    if (files.isEmpty()) {
      return;
    }
    List<String> options = new ArrayList<>(List.of("-proc:none", "-nowarn", "--release", "17"));
    options.addAll(List.of("-d", output.toString(), "-cp"));
    options.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter printed = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  printed, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw new BuildFailure("The stand-ins do not compile:\n" + printed);
      }
    }
  }
}
