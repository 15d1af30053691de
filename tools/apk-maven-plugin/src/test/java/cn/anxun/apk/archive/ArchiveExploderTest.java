package cn.anxun.apk.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.fixture.TinyArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveExploderTest {

  private static final String NAME = "tiny-library-1.0";

  @TempDir Path directory;
  private Path file;
  private ArchiveExploder exploder;

  @BeforeEach
  void setUp() {
    file = directory.resolve("library.aar");
    exploder = new ArchiveExploder(directory.resolve("aars"));
  }

  @Test
  void explode_whenItHasJarsOfItsOwn_joinsTheirClasses() throws Exception {
    Path inner = new TinyArchive().with("a/Inner.class", "i").write(directory.resolve("i.jar"));
    Path classes =
        new TinyArchive()
            .with("a/Inner.class", "x")
            .with("a/Outer.class", "o")
            .write(directory.resolve("c.jar"));
    library()
        .with("classes.jar", Files.readAllBytes(classes))
        .with("libs/inner.jar", Files.readAllBytes(inner))
        .write(file);

    AndroidArchive archive = exploder.explode(NAME, file);

    try (ZipFile zip = new ZipFile(archive.classes().toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly("a/Inner.class", "a/Outer.class");
    }
    assertThat(archive.packageName()).isEqualTo("tiny.library");
  }

  @Test
  void explode_whenItHasNoClasses_makesAnEmptyJar() throws Exception {
    library().write(file);

    try (ZipFile zip = new ZipFile(exploder.explode(NAME, file).classes().toFile())) {
      assertThat(zip.size()).isZero();
    }
  }

  @Test
  void explode_whenTheFileIsTheSame_leavesWhatIsThere() throws Exception {
    library().write(file);
    Path compiled = exploder.explode(NAME, file).directory().resolve("compiled.zip");
    Files.writeString(compiled, "made by a later step");

    exploder.explode(NAME, file);

    assertThat(compiled).exists();
  }

  @Test
  void explode_whenTheFileIsAnother_startsAfresh() throws Exception {
    library().with("R.txt", "int string old 0x1").write(file);
    exploder.explode(NAME, file);
    library().write(file);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));

    assertThat(exploder.explode(NAME, file).hasSymbols()).isFalse();
  }

  @Test
  void explode_whenTheFileIsMissing_namesTheLibrary() {
    assertFailure("The AAR of " + NAME + " is missing", file.toString());
  }

  @Test
  void explode_whenTheFileIsNoZip_namesTheLibrary() throws IOException {
    Files.writeString(file, "<html>not found</html>");

    assertFailure(NAME, "is not an AAR");
  }

  @Test
  void explode_whenThereIsNoManifest_saysSo() throws IOException {
    new TinyArchive().with("classes.jar", "").write(file);

    assertFailure(NAME, "no AndroidManifest.xml");
  }

  @Test
  void explode_whenAnEntryPointsOutside_refuses() throws IOException {
    library().with("../../outside.txt", "x").write(file);

    assertFailure("would write outside: ../../outside.txt");
    assertThat(directory.resolve("outside.txt")).doesNotExist();
  }

  private void assertFailure(String... parts) {
    assertThatThrownBy(() -> exploder.explode(NAME, file))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContainingAll(parts);
  }

  private static TinyArchive library() {
    return TinyArchive.library("tiny.library", "");
  }
}
