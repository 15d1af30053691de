package cn.anxun.server.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the operating system is asked to do, in order, as strace records it. */
public final class Strace {
  private static final long SECONDS = 60;

  private Strace() {}

  /**
   * Runs a class of this build under strace; the test is skipped, with a line that says so, where
   * there is none.
   *
   * @param folder for what this writes
   * @param calls those that are recorded, with commas between
   * @return a line for each, with the paths of open files
   */
  public static List<String> of(Path folder, String calls, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    Path trace = folder.resolve("trace.txt");
    assumeTrue(
        run(
            folder,
            List.of("strace", "-f", "--seccomp-bpf", "-qq", "-o", trace.toString(), "true")),
        "skipped: no strace here");
    List<String> command =
        new ArrayList<>(
            List.of(
                "strace", "-f", "--seccomp-bpf", "-qq", "-y", "-s", "1000", "-e", "signal=none"));
    command.addAll(List.of("-e", "trace=" + calls, "-o", trace.toString()));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(List.of(arguments));
    assertThat(run(folder, command)).as("see %s", folder.resolve("output.txt")).isTrue();
    return Files.readAllLines(trace);
  }

  private static boolean run(Path folder, List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output.txt").toFile())
              .start();
      return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
