package cn.anxun.apk.inspection;

import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.packaging.ZipAlignment;
import cn.anxun.apk.resource.Aapt2;
import cn.anxun.apk.signing.ApkSigning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at a finished APK with the tools that did not make it: apksig's verifier and badging. */
public final class ApkInspection {

  private final Aapt2 aapt2;

  public ApkInspection(Aapt2 aapt2) {
    this.aapt2 = aapt2;
  }

  /**
   * Checks signature, alignment and badging.
   *
   * @throws BuildFailure with everything that is not as it should be
   */
  public Badging check(Path apk, ExpectedApk expected) throws IOException, BuildFailure {
    ApkSigning.verify(apk);
    Badging badging =
        Badging.parse(
            aapt2.run(apk + " cannot be read:", List.of("dump", "badging", apk.toString())));
    List<String> differences = new ArrayList<>(expected.differences(badging, Files.size(apk)));
    for (String entry : ZipAlignment.listMisaligned(apk)) {
      differences.add("is misaligned: " + entry);
    }
    if (!differences.isEmpty()) {
      throw BuildFailure.listing(apk.getFileName() + " is not what it should be:", differences);
    }
    return badging;
  }
}
