package cn.anxun.apk.dex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.file.FileTree;
import cn.anxun.apk.fixture.TinyArchive;
import cn.anxun.apk.fixture.TinyClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseShrinkerTest {

  @TempDir Path directory;
  private ReleaseShrinker shrinker;
  private DexInput input;
  private List<Path> rules;

  @BeforeEach
  void setUp() throws IOException {
    shrinker = new ReleaseShrinker(directory.resolve("work"), message -> {});
    Path classes = directory.resolve("classes");
    Path used = TinyClass.compile(classes, "Used", "public class Used { public int a; }");
    Path unused = TinyClass.compile(classes, "Unused", "public class Unused {}");
    input = new DexInput(List.of(used, unused), List.of(), List.of(), 26);
    rules = List.of(Files.writeString(directory.resolve("rules.pro"), "-keep class Used { *; }\n"));
  }

  @Test
  void toDex_keepsWhatTheRulesKeepAndNoMore() throws Exception {
    List<Path> dexes = FileTree.list(shrinker.toDex(input, rules), ".dex");

    assertThat(dexes).hasSize(1);
    assertThat(new String(Files.readAllBytes(dexes.get(0)), StandardCharsets.ISO_8859_1))
        .contains("LUsed;")
        .doesNotContain("LUnused;");
    assertThat(shrinker.mapping()).content().contains("Used");
  }

  @Test
  void toClassFiles_givesAJarOfWhatIsKept() throws Exception {
    try (ZipFile jar = new ZipFile(shrinker.toClassFiles(input, rules).toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName)).containsExactly("Used.class");
    }
  }

  @Test
  void toClassFiles_whenALibraryIsSigned_leavesItsSignatureOut() throws Exception {
    Path library =
        new TinyArchive()
            .with("META-INF/LIBRARY.SF", new byte[] {1})
            .with("META-INF/LIBRARY.RSA", new byte[] {2})
            .with("word.txt", new byte[] {3})
            .write(directory.resolve("library.jar"));
    DexInput signed = new DexInput(input.own(), List.of(library), List.of(), 26);

    try (ZipFile jar = new ZipFile(shrinker.toClassFiles(signed, rules).toFile())) {
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
          .containsExactlyInAnyOrder("Used.class", "word.txt");
    }
  }

  @Test
  void toDex_whenNothingChanged_redoesNothing() throws Exception {
    Path dex = FileTree.list(shrinker.toDex(input, rules), ".dex").get(0);
    Files.setLastModifiedTime(dex, FileTime.fromMillis(0));

    shrinker.toDex(input, rules);
    assertThat(TinyClass.times(List.of(dex))).containsExactly(0L);

    Files.writeString(rules.get(0), "-keep class Unused { *; }\n");
    shrinker.toDex(input, rules);
    assertThat(TinyClass.times(List.of(dex))).doesNotContain(0L);
  }

  @Test
  void toDex_whenAClassIsMissing_namesIt() throws Exception {
    Path classes = directory.resolve("broken");
    Path gone = TinyClass.compile(classes, "Gone", "public class Gone {}");
    Path user =
        TinyClass.compile(
            classes, "Used", "public class Used { public Object a() { return new Gone(); } }");
    Files.delete(gone);

    assertThatThrownBy(
            () -> shrinker.toDex(new DexInput(List.of(user), List.of(), List.of(), 26), rules))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContainingAll("R8 cannot shrink", "Gone");
  }

  @Test
  void toDex_whenARuleDoesNotParse_namesFileAndLine() throws Exception {
    Files.writeString(rules.get(0), "-keep class Used { *; }\n-keeep class Unused\n");

    assertThatThrownBy(() -> shrinker.toDex(input, rules))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContainingAll("rules.pro", "keeep", "line 2");
  }
}
