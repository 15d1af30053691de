package cn.anxun.apk.signing;

import cn.anxun.apk.failure.BuildFailure;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the signing key comes from.
 *
 * @param keystore a PKCS #12 file
 * @param storePassword opens it, and the key in it
 * @param alias the key's name in it
 * @param generated made by the build itself if it is not there: what it signs is test-only
 */
public record KeySource(Path keystore, String storePassword, String alias, boolean generated) {

  private static final String GENERATED_PASSWORD = "android";
  private static final String GENERATED_ALIAS = "generated";

  /**
   * The configured key; a generated one only where that is asked for.
   *
   * @throws BuildFailure for a release without a key
   */
  public static KeySource forRelease(
      Optional<Path> keystore,
      Optional<String> storePassword,
      Optional<String> alias,
      Path generatedKeystore,
      boolean mayGenerate)
      throws BuildFailure {
    if (keystore.isPresent()) {
      if (storePassword.isEmpty() || alias.isEmpty()) {
        throw new BuildFailure(
            "apk.keystore is set, but not how to open it: set apk.storePassword and apk.keyAlias"
                + " too.");
      }
      return new KeySource(keystore.get(), storePassword.get(), alias.get(), false);
    }
    if (!mayGenerate) {
      throw new BuildFailure(
          "A release needs a key: set apk.keystore (PKCS #12), apk.storePassword and apk.keyAlias,"
              + " or -Dapk.generateKey=true for an APK that is marked test-only.");
    }
    return generated(generatedKeystore);
  }

  /** A key that the build makes, and finds again as long as the file is there. */
  public static KeySource generated(Path keystore) {
    return new KeySource(keystore, GENERATED_PASSWORD, GENERATED_ALIAS, true);
  }
}
