package cn.anxun.apk.resource;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.file.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Android's resource compiler, unpacked from a library that carries it for three systems. */
public final class Aapt2 {

  private static final String FRAMEWORK = "/prebuilt/android-framework.jar";

  private final Path program;
  private final Path framework;

  private Aapt2(Path program, Path framework) {
    this.program = program;
    this.framework = framework;
  }

  /** Unpacks the program for this system and the framework's resources, once for each version. */
  public static Aapt2 unpack(Path directory) throws IOException, BuildFailure {
    String resource = resourceOf(System.getProperty("os.name"));
    Path program = unpack(resource, directory.resolve(fileName(resource)));
    if (!program.toFile().setExecutable(true)) {
      throw new BuildFailure("aapt2 cannot be made executable: " + program);
    }
    return new Aapt2(program, unpack(FRAMEWORK, directory.resolve("android-framework.jar")));
  }

  static String resourceOf(String operatingSystem) {
    String name = operatingSystem.toLowerCase(Locale.ROOT);
    if (name.contains("win")) {
      return "/prebuilt/windows/aapt2.exe";
    }
    return name.contains("mac") ? "/prebuilt/macosx/aapt2" : "/prebuilt/linux/aapt2";
  }

  /** The resources of Android itself, to link against. */
  public Path framework() {
    return framework;
  }

  /**
   * Runs one command to its end.
   *
   * @return what it printed
   * @throws BuildFailure if it refuses: the heading and every error it printed, each with its file
   *     and line
   */
  public String run(String heading, List<String> arguments) throws IOException, BuildFailure {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    Process process = start(command);
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() == 0) {
        return printed;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BuildFailure("The build was interrupted while aapt2 ran.", e);
    }
    List<String> errors = printed.lines().filter(line -> line.contains("error:")).toList();
    throw BuildFailure.listing(heading, errors.isEmpty() ? printed.lines().toList() : errors);
  }

  private static Process start(List<String> command) throws BuildFailure {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new BuildFailure(
          "aapt2 does not start on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static Path unpack(String resource, Path target) throws IOException, BuildFailure {
    URL source = Aapt2.class.getResource(resource);
    if (source == null) {
      throw new BuildFailure("The build tools carry no " + resource + ".");
    }
    Stamp stamp = new Stamp(target.resolveSibling(target.getFileName() + ".stamp"));
    if (!stamp.matches(source.toString()) || !Files.exists(target)) {
      stamp.start();
      Files.createDirectories(target.toAbsolutePath().getParent());
      try (InputStream in = source.openStream()) {
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      }
      stamp.finish(source.toString());
    }
    return target;
  }

  private static String fileName(String resource) {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }
}
