package cn.anxun.apk.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.fixture.TinyApp;
import cn.anxun.apk.packaging.ApkBuilder;
import cn.anxun.apk.packaging.ApkContent;
import cn.anxun.apk.resource.Aapt2;
import cn.anxun.apk.signing.KeySource;
import cn.anxun.apk.signing.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApkInspectionTest {

  @TempDir Path directory;
  private Path apk;
  private ApkInspection inspection;

  @BeforeEach
  void setUp() throws Exception {
    TinyApp app = new TinyApp(directory.resolve("app"));
    app.write(
        "AndroidManifest.xml",
        """
        <manifest xmlns:android="http://schemas.android.com/apk/res/android" package="tiny.app">
          <uses-permission android:name="android.permission.INTERNET"/>
          <application android:label="@string/name" android:testOnly="true"/>
        </manifest>
        """);
    app.build(List.of());
    Path dex = Files.writeString(directory.resolve("a.dex"), "dex");
    apk = directory.resolve("app.apk");
    new ApkBuilder(
            directory.resolve("work"),
            SigningKey.load(KeySource.generated(directory.resolve("key.p12"))))
        .build(
            new ApkContent(
                app.linked().resourcePackage(),
                List.of(dex),
                List.of(),
                List.of(),
                Optional.empty()),
            apk);
    inspection = new ApkInspection(Aapt2.unpack(directory.resolve("tools")));
  }

  @Test
  void check_whenItIsAsMeant_givesWhatItSaysOfItself() throws Exception {
    Badging badging = inspection.check(apk, expected(Set.of("android.permission.INTERNET"), 0));

    assertThat(badging)
        .isEqualTo(
            new Badging(
                "tiny.app", 26, 35, Set.of("android.permission.INTERNET"), Set.of(), true, false));
  }

  @Test
  void check_whenItAsksForAnotherPermission_namesBoth() {
    assertFailure(
        expected(Set.of("android.permission.CAMERA"), 0),
        "asks for the permission android.permission.INTERNET",
        "lacks the permission android.permission.CAMERA");
  }

  @Test
  void check_whenItIsTooBig_saysHowBig() throws Exception {
    assertFailure(expected(Set.of("android.permission.INTERNET"), 10), Files.size(apk) + " bytes");
  }

  @Test
  void check_whenAnythingElseDiffers_listsAll() {
    assertFailure(
        new ExpectedApk(
            "tiny.other", 27, 34, Set.of("android.permission.INTERNET"), false, false, 0),
        "package is tiny.app, not tiny.other",
        "minSdk is 26, not 27",
        "targetSdk is 35, not 34",
        "debuggable is false, not true",
        "testOnly is true, not false");
  }

  private void assertFailure(ExpectedApk expected, String... parts) {
    assertThatThrownBy(() -> inspection.check(apk, expected))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContainingAll(parts);
  }

  private static ExpectedApk expected(Set<String> permissions, long maximumBytes) {
    return new ExpectedApk("tiny.app", 26, 35, permissions, true, true, maximumBytes);
  }
}
