package cn.anxun.apk.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.apk.failure.BuildFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySourceTest {

  private static final Path GENERATED = Path.of("generated.p12");

  @TempDir Path directory;

  @Test
  void forRelease_withoutAKey_saysWhatToSet() {
    assertThatThrownBy(
            () ->
                KeySource.forRelease(
                    Optional.empty(), Optional.empty(), Optional.empty(), GENERATED, false))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContainingAll(
            "A release needs a key", "apk.keystore", "-Dapk.generateKey=true", "test-only");
  }

  @Test
  void forRelease_whenAGeneratedKeyIsAskedFor_saysItIsGenerated() throws Exception {
    assertThat(
            KeySource.forRelease(
                    Optional.empty(), Optional.empty(), Optional.empty(), GENERATED, true)
                .generated())
        .isTrue();
  }

  @Test
  void forRelease_whenAKeyIsConfigured_takesItEvenIfOneMayBeGenerated() throws Exception {
    assertThat(
            KeySource.forRelease(
                Optional.of(Path.of("own.p12")),
                Optional.of("secret"),
                Optional.of("own"),
                GENERATED,
                true))
        .isEqualTo(new KeySource(Path.of("own.p12"), "secret", "own", false));
  }

  @Test
  void forRelease_whenThePasswordIsMissing_saysSo() {
    assertThatThrownBy(
            () ->
                KeySource.forRelease(
                    Optional.of(Path.of("own.p12")),
                    Optional.empty(),
                    Optional.of("own"),
                    GENERATED,
                    false))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContaining("apk.storePassword");
  }

  @Test
  void load_whenGenerated_keepsTheSameKeyForLater() throws Exception {
    KeySource source = KeySource.generated(directory.resolve("keys/generated.p12"));

    assertThat(SigningKey.load(source).certificate())
        .isEqualTo(SigningKey.load(source).certificate());
  }

  @Test
  void load_whenThePasswordIsWrong_saysSo() throws Exception {
    KeySource source = KeySource.generated(directory.resolve("generated.p12"));
    SigningKey.load(source);

    assertFailure(
        new KeySource(source.keystore(), "wrong password", source.alias(), false),
        "wrong password");
    assertFailure(
        new KeySource(source.keystore(), source.storePassword(), "nobody", false),
        "has no key nobody");
  }

  @Test
  void load_whenTheKeystoreIsMissing_namesIt() {
    assertFailure(new KeySource(directory.resolve("none.p12"), "x", "x", false), "none.p12");
  }

  @Test
  void load_whenTheKeystoreIsNone_namesIt() throws IOException {
    Path file = Files.writeString(directory.resolve("text.p12"), "text");
    assertFailure(new KeySource(file, "x", "x", false), "text.p12 does not open");
  }

  private static void assertFailure(KeySource source, String message) {
    assertThatThrownBy(() -> SigningKey.load(source))
        .isInstanceOf(BuildFailure.class)
        .hasMessageContaining(message);
  }
}
