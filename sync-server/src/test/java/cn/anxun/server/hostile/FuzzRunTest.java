package cn.anxun.server.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lets the coverage-guided fuzzer loose on each target for {@code fuzz.seconds}, in a process of
 * its own. What it finds stands in {@code target/fuzz}; once mended, the input goes to {@code
 * src/test/fuzz}.
 */
@EnabledIfSystemProperty(named = FuzzRunTest.SECONDS, matches = "[1-9]\\d{0,5}")
final class FuzzRunTest {
  static final String SECONDS = "fuzz.seconds";

  private static final String OF_INTEREST =
      "cn.anxun.**:com.google.gson.**:org.dhatim.**:org.apache.commons.compress.**";
  private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs in (\\d+) second");

  @ParameterizedTest
  @EnumSource
  void target_underTheFuzzer_breaksOnNoInput(FuzzTarget target) throws Exception {
    Path folder = Path.of("target", "fuzz", target.name()).toAbsolutePath();
    Files.createDirectories(folder.resolve("corpus"));
    Path log = folder.resolve("log.txt");
    int ended =
        new ProcessBuilder(command(target, folder))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    Matcher runs = RUNS.matcher(Files.readString(log));
    System.out.println(
        "fuzz "
            + target
            + ": "
            + (runs.find() ? runs.group(1) + " runs in " + runs.group(2) + " s" : "no end"));
    assertThat(inputs(folder)).as("inputs that broke %s, see %s", target, log).isEmpty();
    assertThat(ended).as("see %s", log).isZero();
  }

  private static List<String> command(FuzzTarget target, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx900m", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-cp", classPath()));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + target.type());
    command.add("--instrumentation_includes=" + OF_INTEREST);
    command.add("--reproducer_path=" + folder);
    command.add(folder.resolve("corpus").toString());
    command.add(target.seeds().toAbsolutePath().toString());
    command.add("-max_total_time=" + System.getProperty(SECONDS));
    command.addAll(List.of("-timeout=30", "-max_len=20000", "-rss_limit_mb=3000"));
    return command;
  }

  /** Surefire hands the class path over by a property of its own. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static List<Path> inputs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(crash|timeout|oom)-.*"))
          .toList();
    }
  }
}
