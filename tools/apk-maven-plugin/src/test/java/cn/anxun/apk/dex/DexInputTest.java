package cn.anxun.apk.dex;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DexInputTest {

  @TempDir Path directory;

  @Test
  void withStandIns_replacesClassesOfTheSameName() throws Exception {
    Path classes = directory.resolve("classes");
    Path standIns = Files.createDirectories(directory.resolve("stand-ins/a"));
    Path standIn = Files.writeString(standIns.resolve("Driver.class"), "");
    DexInput input =
        new DexInput(
            List.of(classes.resolve("a/Driver.class"), classes.resolve("a/Other.class")),
            List.of(),
            List.of(),
            26);

    assertThat(input.withStandIns(classes, directory.resolve("stand-ins")).own())
        .containsExactly(standIn, classes.resolve("a/Other.class"));
    assertThat(input.withStandIns(classes, directory.resolve("none")).own()).isEqualTo(input.own());
  }
}
