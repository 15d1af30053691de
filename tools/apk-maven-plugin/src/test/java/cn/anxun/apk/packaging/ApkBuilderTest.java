package cn.anxun.apk.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.fixture.TinyApp;
import cn.anxun.apk.fixture.TinyArchive;
import cn.anxun.apk.signing.ApkSigning;
import cn.anxun.apk.signing.KeySource;
import cn.anxun.apk.signing.SigningKey;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApkBuilderTest {

  @TempDir Path directory;
  private TinyApp app;
  private Path dex;
  private Path apk;
  private ApkBuilder builder;
  private List<AndroidArchive> libraries;

  @BeforeEach
  void setUp() throws Exception {
    app = new TinyApp(directory.resolve("app"));
    app.build(List.of());
    dex = Files.writeString(directory.resolve("a.dex"), "dex");
    apk = directory.resolve("app.apk");
    builder =
        new ApkBuilder(
            directory.resolve("work"),
            SigningKey.load(KeySource.generated(directory.resolve("key.p12"))));
    Path library = directory.resolve("library");
    for (String abi : List.of("arm64-v8a", "x86_64")) {
      Path file = library.resolve("jni/" + abi + "/libtiny.so");
      Files.createDirectories(file.getParent());
      Files.writeString(file, "native code for " + abi);
    }
    libraries = List.of(new AndroidArchive("library", library));
  }

  @Test
  void build_givesASignedAlignedApk() throws Exception {
    assertThat(builder.build(content(Optional.empty()), apk)).isTrue();

    ApkSigning.verify(apk);
    assertThat(ZipAlignment.listMisaligned(apk)).isEmpty();
    assertThat(names())
        .contains("AndroidManifest.xml", "resources.arsc", "classes.dex", "classes2.dex")
        .contains("META-INF/services/a.Service", "a/words.txt")
        .contains("lib/arm64-v8a/libtiny.so", "lib/x86_64/libtiny.so")
        .doesNotContain("a/A.class", "META-INF/LICENSE");
  }

  @Test
  void build_whenOneAbiIsAskedFor_takesItAlone() throws Exception {
    builder.build(content(Optional.of("arm64-v8a")), apk);

    assertThat(names())
        .contains("lib/arm64-v8a/libtiny.so")
        .doesNotContain("lib/x86_64/libtiny.so");
  }

  @Test
  void build_whenNoLibraryHasTheAbi_namesIt() {
    assertThatThrownBy(() -> builder.build(content(Optional.of("mips")), apk))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContaining("mips");
  }

  @Test
  void build_whenNothingChanged_redoesNothing() throws Exception {
    builder.build(content(Optional.empty()), apk);

    assertThat(builder.build(content(Optional.empty()), apk)).isFalse();
  }

  @Test
  void build_whenADexChanged_buildsAgain() throws Exception {
    builder.build(content(Optional.empty()), apk);
    Files.writeString(dex, "another dex");

    assertThat(builder.build(content(Optional.empty()), apk)).isTrue();
  }

  @Test
  void verify_whenAByteIsFlipped_refuses() throws Exception {
    builder.build(content(Optional.empty()), apk);
    try (RandomAccessFile file = new RandomAccessFile(apk.toFile(), "rw")) {
      file.seek(60);
      int old = file.read();
      file.seek(60);
      file.write(old ^ 1);
    }

    assertThatThrownBy(() -> ApkSigning.verify(apk)).isInstanceOf(BuildFailure.class);
  }

  @Test
  void listMisaligned_namesAStoredEntryThatLiesWrong() throws Exception {
    Path zip = directory.resolve("wrong.apk");
    try (ApkZip out = new ApkZip(zip)) {
      out.stored("x", new byte[] {1});
      out.stored("lib/a.so", new byte[] {1});
    }

    assertThat(ZipAlignment.listMisaligned(zip)).containsExactly("x at 31", "lib/a.so at 70");
  }

  private ApkContent content(Optional<String> abi) throws IOException {
    Path jar =
        new TinyArchive()
            .with("a/A.class", "class")
            .with("a/words.txt", "words")
            .with("META-INF/LICENSE", "licence")
            .with("META-INF/services/a.Service", "a.A")
            .write(directory.resolve("lib.jar"));
    Files.setLastModifiedTime(jar, java.nio.file.attribute.FileTime.fromMillis(0));
    return new ApkContent(
        app.linked().resourcePackage(), List.of(dex, dex), List.of(jar), libraries, abi);
  }

  private List<String> names() throws IOException {
    try (ZipFile zip = new ZipFile(apk.toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }
}
