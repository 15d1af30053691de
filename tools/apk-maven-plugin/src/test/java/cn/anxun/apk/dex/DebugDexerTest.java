package cn.anxun.apk.dex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.fixture.TinyClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebugDexerTest {

  @TempDir Path directory;
  private DebugDexer dexer;
  private Path own;
  private Path library;

  @BeforeEach
  void setUp() throws IOException {
    dexer = new DebugDexer(directory.resolve("work"), message -> {});
    own = compileOwn("1");
    library = TinyClass.jar(directory.resolve("lib.jar"), "Lib", "public record Lib(int a) {}");
  }

  @Test
  void dex_givesOwnClassesFirstThenLibraries() throws Exception {
    List<Path> dexes = dexer.dex(input());

    assertThat(dexes).hasSize(2);
    assertThat(text(dexes.get(0))).startsWith("dex\n").contains("LOwn;").doesNotContain("LLib;");
    assertThat(text(dexes.get(1))).startsWith("dex\n").contains("LLib;");
  }

  @Test
  void dex_whenNothingChanged_redoesNothing() throws Exception {
    List<Path> dexes = age(dexer.dex(input()));
    compileOwn("1");

    assertThat(TinyClass.times(dexer.dex(input()))).isEqualTo(List.of(0L, 0L)).hasSameSizeAs(dexes);
  }

  @Test
  void dex_whenOneOfItsOwnChanged_leavesTheLibraries() throws Exception {
    List<Path> dexes = age(dexer.dex(input()));
    compileOwn("2");

    dexer.dex(input());

    List<Long> times = TinyClass.times(dexes);
    assertThat(times.get(0)).isNotZero();
    assertThat(times.get(1)).isZero();
  }

  @Test
  void dex_whenAFileIsNoClass_namesIt() throws Exception {
    Path broken = Files.writeString(directory.resolve("Broken.class"), "not a class");

    assertThatThrownBy(() -> dexer.dex(new DexInput(List.of(broken), List.of(), List.of(), 26)))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContainingAll("D8 cannot dex", "Broken.class");
  }

  private DexInput input() {
    return new DexInput(List.of(own), List.of(library), List.of(), 26);
  }

  private Path compileOwn(String number) throws IOException {
    return TinyClass.compile(
        directory.resolve("classes"), "Own", "public class Own { int a = " + number + "; }");
  }

  private static List<Path> age(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    }
    return files;
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
