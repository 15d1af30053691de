package cn.anxun.apk.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.archive.ArchiveExploder;
import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.fixture.TinyApp;
import cn.anxun.apk.fixture.TinyArchive;
import cn.anxun.apk.fixture.TinyClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs aapt2 really. */
class AppResourcesTest {

  @TempDir Path directory;
  private TinyApp app;

  @BeforeEach
  void setUp() throws IOException {
    app = new TinyApp(directory.resolve("app"));
  }

  @Test
  void build_givesThePackageWithManifestResourcesAndAssets() throws Exception {
    app.write("assets/hello.txt", "hello");

    assertThat(app.build(List.of())).isTrue();

    try (ZipFile zip = new ZipFile(app.linked().resourcePackage().toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .contains("AndroidManifest.xml", "resources.arsc", "assets/hello.txt");
    }
    assertThat(app.linked().sources().resolve("tiny/app/R.java")).content().contains("name=");
  }

  @Test
  void build_givesEachLibraryItsOwnNamesAlone() throws Exception {
    app.build(List.of(library("greeting")));

    Path source = app.linked().sources().resolve("tiny/library/R.java");
    assertThat(source)
        .content()
        .containsPattern("int greeting = 0x7f[0-9a-f]{6};")
        .doesNotContain("name");
    assertThat(TinyClass.compile(directory.resolve("r/classes"), "R", Files.readString(source)))
        .isNotNull();
  }

  @Test
  void build_whenNothingChanged_redoesNothing() throws Exception {
    List<AndroidArchive> libraries = List.of(library("greeting"));
    app.build(libraries);
    List<Path> made =
        List.of(
            app.linked().resourcePackage(),
            app.linked().directory().resolve("compiled.zip"),
            libraries.get(0).directory().resolve("compiled.zip"));
    List<Long> times = TinyClass.times(made);

    assertThat(app.build(libraries)).isFalse();
    assertThat(TinyClass.times(made)).isEqualTo(times);
  }

  @Test
  void build_whenAStringChanged_linksAgainButLeavesTheLibrary() throws Exception {
    List<AndroidArchive> libraries = List.of(library("greeting"));
    app.build(libraries);
    List<Path> library = List.of(libraries.get(0).directory().resolve("compiled.zip"));
    List<Long> times = TinyClass.times(library);
    app.writeStrings("<string name='name'>安巡 2</string>");

    assertThat(app.build(libraries)).isTrue();
    assertThat(TinyClass.times(library)).isEqualTo(times);
  }

  @Test
  void build_whenAResourceDoesNotCompile_namesFileAndLine() throws Exception {
    app.writeStrings("<string name='name'>a</string>\n<string>no name</string>");

    assertThatThrownBy(() -> app.build(List.of()))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContaining("The resources of the app do not compile:")
        .hasMessageContaining(Path.of("values", "strings.xml") + ":3: error:");
  }

  @Test
  void build_whenAReferenceLeadsNowhere_namesFileAndLine() throws Exception {
    app.write(
        "res/layout/row.xml",
        """
        <TextView xmlns:android="http://schemas.android.com/apk/res/android"
            android:layout_width="wrap_content"
            android:layout_height="wrap_content"
            android:text="@string/missing"/>
        """);

    assertThatThrownBy(() -> app.build(List.of()))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContainingAll(
            "The resources do not link:", "row.xml:1: error:", "string/missing");
  }

  @Test
  void build_afterAFailure_buildsWhatWasMended() throws Exception {
    app.writeStrings("<string>no name</string>");
    assertThatThrownBy(() -> app.build(List.of())).isInstanceOf(BuildFailure.class);
    app.writeStrings("<string name='name'>a</string>");

    assertThat(app.build(List.of())).isTrue();
  }

  private AndroidArchive library(String string) throws IOException, BuildFailure {
    Path file =
        TinyArchive.library("tiny.library", "")
            .with(
                "res/values/values.xml",
                "<resources><string name='" + string + "'>x</string></resources>")
            .with("R.txt", "int string " + string + " 0x0\nint string gone 0x0\n")
            .write(directory.resolve("library.aar"));
    return new ArchiveExploder(directory.resolve("aars")).explode("tiny-library-1.0", file);
  }
}
