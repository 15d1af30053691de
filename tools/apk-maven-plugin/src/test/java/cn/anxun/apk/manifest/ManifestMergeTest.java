package cn.anxun.apk.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.archive.ArchiveExploder;
import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.fixture.TinyArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestMergeTest {

  @TempDir Path directory;

  @Test
  void merge_whenALibraryAsksForMore_takesItOver() throws Exception {
    app("<application android:label='a'/>");

    merge(
        settings(false, false),
        library("<uses-permission android:name='android.permission.CAMERA'/>"));

    assertThat(merged())
        .contains("android.permission.CAMERA", "package=\"tiny.installed\"")
        .contains("android:minSdkVersion=\"26\"", "android:targetSdkVersion=\"35\"")
        .contains("android:versionCode=\"7\"", "android:versionName=\"1.7\"")
        .doesNotContain("debuggable", "testOnly");
  }

  @Test
  void merge_whenTheApplicationIdIsAPlaceholder_fillsItIn() throws Exception {
    app(
        """
        <application>
          <provider android:name="a.Files" android:authorities="${applicationId}.files"/>
        </application>
        """);

    merge(settings(false, false));

    assertThat(merged()).contains("tiny.installed.files");
  }

  @Test
  void merge_whenDebuggableAndTestOnly_marksBoth() throws Exception {
    app("<application/>");

    merge(settings(true, true));

    assertThat(merged()).contains("android:debuggable=\"true\"", "android:testOnly=\"true\"");
  }

  @Test
  void merge_whenTwoManifestsContradict_namesBothAndWhat() throws Exception {
    app("<application android:allowBackup='false'/>");
    AndroidArchive library = library("<application android:allowBackup='true'/>");

    assertThatThrownBy(() -> merge(settings(false, false), library))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContainingAll(
            "The manifests do not merge",
            "allowBackup",
            "tiny-library-1.0",
            "AndroidManifest.xml:2");
  }

  @Test
  void merge_whenNothingChanged_leavesTheFile() throws Exception {
    app("<application/>");

    assertThat(merge(settings(false, false))).isTrue();
    assertThat(merge(settings(false, false))).isFalse();
    assertThat(merge(settings(true, false))).isTrue();
  }

  @Test
  void merge_whenTheAppHasNoManifest_saysWhere() {
    assertThatThrownBy(() -> merge(settings(false, false)))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContaining(directory.resolve("app/AndroidManifest.xml").toString());
  }

  @Test
  void merge_whenTheManifestIsNotXml_saysWhere() throws Exception {
    app("<application>");

    assertThatThrownBy(() -> merge(settings(false, false)))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContaining("AndroidManifest.xml");
  }

  private boolean merge(ManifestSettings settings, AndroidArchive... libraries)
      throws IOException, BuildFailure {
    return new ManifestMerge(settings)
        .merge(
            directory.resolve("app/AndroidManifest.xml"),
            List.of(libraries),
            directory.resolve("merged/AndroidManifest.xml"));
  }

  private String merged() throws IOException {
    return Files.readString(directory.resolve("merged/AndroidManifest.xml"));
  }

  private void app(String lines) throws IOException {
    Path manifest = directory.resolve("app/AndroidManifest.xml");
    Files.createDirectories(manifest.getParent());
    Files.writeString(
        manifest,
        "<manifest xmlns:android=\"http://schemas.android.com/apk/res/android\">\n"
            + lines
            + "\n</manifest>\n");
  }

  private AndroidArchive library(String lines) throws IOException, BuildFailure {
    Path file = TinyArchive.library("tiny.library", lines).write(directory.resolve("library.aar"));
    return new ArchiveExploder(directory.resolve("aars")).explode("tiny-library-1.0", file);
  }

  private static ManifestSettings settings(boolean debuggable, boolean testOnly) {
    return new ManifestSettings("tiny.installed", 7, "1.7", 26, 35, debuggable, testOnly);
  }
}
