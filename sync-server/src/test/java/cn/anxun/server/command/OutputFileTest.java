package cn.anxun.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path folder;

  @Test
  void write_makesTheFolderAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("a/b/c.txt");
    OutputFile.write(file, out -> out.write("一".getBytes(StandardCharsets.UTF_8)));
    OutputFile.write(file, out -> out.write("二".getBytes(StandardCharsets.UTF_8)));

    assertThat(file).hasContent("二");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void write_whenItFails_leavesWhatWasThere() throws IOException {
    Path file = folder.resolve("c.txt");
    Files.writeString(file, "旧");

    assertThatThrownBy(
            () ->
                OutputFile.<IOException>write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IOException("full");
                    }))
        .hasMessage("full");
    assertThat(file).hasContent("旧");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
