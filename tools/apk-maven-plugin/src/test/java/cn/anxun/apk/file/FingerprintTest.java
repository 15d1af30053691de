package cn.anxun.apk.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

  @TempDir Path directory;

  @Test
  void content_whenTheFileIsRewrittenTheSame_isTheSame() throws IOException {
    Path file = Files.writeString(directory.resolve("a"), "a");
    String before = new Fingerprint().content(file).value();
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));

    assertThat(new Fingerprint().content(file).value()).isEqualTo(before);
    Files.writeString(file, "b");
    assertThat(new Fingerprint().content(file).value()).isNotEqualTo(before);
  }

  @Test
  void tree_whenAFileIsAddedRemovedOrRenamed_isAnother() throws IOException {
    String empty = new Fingerprint().tree(directory).value();
    Path file = Files.writeString(directory.resolve("a"), "a");
    String one = new Fingerprint().tree(directory).value();
    Files.move(file, directory.resolve("b"));
    String renamed = new Fingerprint().tree(directory).value();

    assertThat(empty).isNotEqualTo(one);
    assertThat(renamed).isNotEqualTo(one).isNotEqualTo(empty);
  }

  @Test
  void matches_onlyAfterTheWorkIsDone() throws IOException {
    Stamp stamp = new Stamp(directory.resolve("made/stamp"));
    stamp.finish("one");
    assertThat(stamp.matches("one")).isTrue();
    assertThat(stamp.matches("two")).isFalse();

    stamp.start();
    assertThat(stamp.matches("one")).isFalse();
  }
}
