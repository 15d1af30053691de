package cn.anxun.apk.signing;

import cn.anxun.apk.failure.BuildFailure;
import com.android.apksig.ApkSigner;
import com.android.apksig.ApkVerifier;
import com.android.apksig.KeyConfig;
import com.android.apksig.apk.ApkFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** Signs an APK by the schemes v2 and v3 (v1 is for phones before API 24), and proves it. */
public final class ApkSigning {

  private ApkSigning() {}

  /** Signs; entries are aligned on the way. */
  public static void sign(Path unsigned, SigningKey key, Path signed)
      throws IOException, BuildFailure {
    try {
      ApkSigner.SignerConfig signer =
          new ApkSigner.SignerConfig.Builder(
                  "CERT", new KeyConfig.Jca(key.key()), List.of(key.certificate()))
              .build();
      new ApkSigner.Builder(List.of(signer))
          .setInputApk(unsigned.toFile())
          .setOutputApk(signed.toFile())
          .setV1SigningEnabled(false)
          .setV2SigningEnabled(true)
          .setV3SigningEnabled(true)
          .build()
          .sign();
    } catch (ApkFormatException | GeneralSecurityException e) {
      throw new BuildFailure("The APK cannot be signed: " + e.getMessage(), e);
    }
  }

  /** Checks the signature as a phone does. */
  public static void verify(Path apk) throws IOException, BuildFailure {
    try {
      ApkVerifier.Result result = new ApkVerifier.Builder(apk.toFile()).build().verify();
      if (!result.isVerified() || !result.isVerifiedUsingV3Scheme()) {
        throw BuildFailure.listing(
            "The signature of " + apk + " does not hold:",
            result.getAllErrors().stream().map(Object::toString).toList());
      }
    } catch (ApkFormatException | GeneralSecurityException e) {
      throw new BuildFailure("The signature of " + apk + " cannot be read: " + e.getMessage(), e);
    }
  }
}
