package cn.anxun.apk.dex;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.fixture.TinyArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShrinkRulesTest {

  @TempDir Path directory;

  @Test
  void collect_takesTheAppsTheLibrariesAndTheJarsRules() throws Exception {
    Path own = Files.writeString(directory.resolve("own.pro"), "# own");
    Path library = Files.createDirectories(directory.resolve("library"));
    Files.writeString(library.resolve("proguard.txt"), "# library");
    Path old =
        new TinyArchive()
            .with("META-INF/proguard/a.pro", "# old form")
            .write(directory.resolve("old.jar"));
    Path both =
        new TinyArchive()
            .with("META-INF/proguard/a.pro", "# passed over")
            .with("META-INF/com.android.tools/r8/a.pro", "# for R8")
            .write(directory.resolve("both.jar"));

    List<Path> rules =
        new ShrinkRules(directory.resolve("extracted"))
            .collect(
                List.of(own, directory.resolve("absent.pro")),
                List.of(
                    new AndroidArchive("library", library),
                    new AndroidArchive("plain", directory.resolve("plain"))),
                List.of(old, both));

    StringBuilder all = new StringBuilder();
    for (Path file : rules) {
      all.append(Files.readString(file)).append('\n');
    }
    assertThat(all)
        .contains("# own", "# library", "# old form", "# for R8", "-keepattributes")
        .doesNotContain("# passed over");
  }
}
