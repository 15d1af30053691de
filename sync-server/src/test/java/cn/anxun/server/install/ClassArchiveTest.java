package cn.anxun.server.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** When the archive of classes gets its name; with real Java in what it is made of alone. */
final class ClassArchiveTest {
  @TempDir Path folder;
  private String said = "";

  /** Java, as far as it is needed here. */
  private static final class FakeJava implements Runner {
    private final int exitWithArchive;

    FakeJava(int exitWithArchive) {
      this.exitWithArchive = exitWithArchive;
    }

    @Override
    public Ran run(List<String> command) {
      String flag = "-XX:ArchiveClassesAtExit=";
      for (String word : command) {
        if (word.startsWith(flag)) {
          try {
            Files.writeString(Path.of(word.substring(flag.length())), "classes");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return new Ran(0, "");
        }
      }
      return new Ran(exitWithArchive, "SIGBUS");
    }

    @Override
    public void change(Step step) {
      throw new AssertionError(step);
    }
  }

  private int run(Runner runner, String... arguments) {
    StringWriter printed = new StringWriter();
    CommandLine command = new CommandLine(new ClassArchiveCommand(runner));
    command.setOut(new PrintWriter(printed, true));
    command.setErr(new PrintWriter(printed, true));
    int exit = command.execute(arguments);
    said = printed.toString();
    return exit;
  }

  @Test
  void archive_getsItsName_onlyWhereJavaHasRunWithIt() throws Exception {
    Path archive = folder.resolve("anxun.jsa");
    assertThat(run(new FakeJava(0), archive.toString())).isZero();
    assertThat(archive).hasContent("classes");

    Files.writeString(archive, "of before");
    assertThat(run(new FakeJava(134), archive.toString())).isEqualTo(1);
    assertThat(said).contains("anxun.jsa", "SIGBUS");
    assertThat(archive).hasContent("of before");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void rehearsal_startsAServerTwice_andEndsWell() {
    assertThat(run(new FakeJava(0), "--rehearse")).as(said).isZero();
  }
}
