package cn.anxun.server.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
  private static final Pattern SYNC = Pattern.compile("(\\d+) +f(?:data)?sync\\(\\d+<(.*)>.*");
  private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. f\\w*sync resumed>.*");
  private static final Pattern MOVE =
      Pattern.compile("\\d+ +rename\\w*\\([^\"]*\"([^\"]*)\"[^\"]*\"([^\"]*)\".*");

  @TempDir private Path folder;

  @Test
  void write_makesTheFolderAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("a/b/c.txt");
    DurableFile.write(file, out -> out.write("一".getBytes(StandardCharsets.UTF_8)));
    DurableFile.write(file, out -> out.write("二".getBytes(StandardCharsets.UTF_8)));

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
                DurableFile.<IOException>write(
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

  @Test
  void server_asItStarts_syncsEveryFileBeforeItsName_andTheNameToo() throws Exception {
    Path data = folder.toRealPath().resolve("data");
    List<String> lines =
        Strace.of(
            folder,
            "fsync,fdatasync,rename,renameat,renameat2",
            StartForStrace.class,
            data.toString());

    List<String> done = done(lines);
    assertThat(done)
        .as(String.join("\n", lines))
        .contains(
            "move " + data.resolve("bundle.key"),
            "move " + data.resolve("lan.p12"),
            "move " + data.resolve("serving.json"));
    for (int i = 0; i < done.size(); i++) {
      if (done.get(i).startsWith("move " + data)) {
        assertThat(done.get(i - 1)).as(done.get(i)).isEqualTo("sync what is moved");
        assertThat(done.get(i + 1)).as(done.get(i)).isEqualTo("sync " + data);
      }
    }
  }

  /** Syncs as they ended, and moves: {@code sync PATH}, {@code move PATH}. */
  private static List<String> done(List<String> lines) {
    List<String> done = new ArrayList<>();
    Map<String, String> syncing = new HashMap<>();
    for (String line : lines) {
      Matcher sync = SYNC.matcher(line);
      Matcher resumed = RESUMED.matcher(line);
      Matcher move = MOVE.matcher(line);
      if (sync.matches() && line.endsWith("<unfinished ...>")) {
        syncing.put(sync.group(1), sync.group(2));
      } else if (sync.matches()) {
        done.add("sync " + sync.group(2));
      } else if (resumed.matches()) {
        done.add("sync " + syncing.remove(resumed.group(1)));
      } else if (move.matches()) {
        int last = done.size() - 1;
        if (last >= 0 && done.get(last).equals("sync " + move.group(1))) {
          done.set(last, "sync what is moved");
        }
        done.add("move " + move.group(2));
      }
    }
    return done;
  }
}
