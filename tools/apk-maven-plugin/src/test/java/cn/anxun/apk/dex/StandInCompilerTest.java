package cn.anxun.apk.dex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.fixture.TinyClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandInCompilerTest {

  @TempDir Path directory;
  private Path sources;
  private Path output;

  @BeforeEach
  void setUp() throws Exception {
    sources = Files.createDirectories(directory.resolve("shrunk"));
    output = directory.resolve("stand-ins");
  }

  @Test
  void compile_seesTheClassesOfTheApp() throws Exception {
    Path classes = directory.resolve("classes");
    TinyClass.compile(classes, "Own", "public class Own {}");
    Files.writeString(sources.resolve("Driver.java"), "class Driver extends Own {}");

    StandInCompiler.compile(sources, List.of(classes), output);

    assertThat(output.resolve("Driver.class")).exists();
  }

  @Test
  void compile_whenThereIsNone_leavesNoOldOne() throws Exception {
    Files.createDirectories(output);
    Files.writeString(output.resolve("Old.class"), "");

    StandInCompiler.compile(directory.resolve("none"), List.of(), output);

    assertThat(output).isEmptyDirectory();
  }

  @Test
  void compile_whenItDoesNotCompile_namesFileAndLine() throws Exception {
    Files.writeString(sources.resolve("Driver.java"), "class Driver\n extends Gone {}");

    assertThatThrownBy(() -> StandInCompiler.compile(sources, List.of(), output))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContaining("Driver.java:2:");
  }
}
