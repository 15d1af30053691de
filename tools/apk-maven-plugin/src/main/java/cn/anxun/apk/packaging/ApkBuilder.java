package cn.anxun.apk.packaging;

import cn.anxun.apk.archive.AndroidArchive;
import cn.anxun.apk.failure.BuildFailure;
import cn.anxun.apk.file.Fingerprint;
import cn.anxun.apk.file.Stamp;
import cn.anxun.apk.signing.ApkSigning;
import cn.anxun.apk.signing.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** Puts an APK together, signs it and proves signature and alignment, when something changed. */
public final class ApkBuilder {

  private final Path work;
  private final SigningKey key;

  public ApkBuilder(Path work, SigningKey key) {
    this.work = work;
    this.key = key;
  }

  /**
   * Brings the APK up to date.
   *
   * @return whether there was anything to do
   */
  public boolean build(ApkContent content, Path apk) throws IOException, BuildFailure {
    Stamp stamp = new Stamp(work.resolve(apk.getFileName() + ".stamp"));
    String fingerprint = fingerprint(content);
    if (stamp.matches(fingerprint) && Files.exists(apk)) {
      return false;
    }
    stamp.start();
    Path unsigned = work.resolve(apk.getFileName() + ".unsigned");
    ApkAssembler.assemble(content, unsigned);
    ApkSigning.sign(unsigned, key, apk);
    Files.delete(unsigned);
    ApkSigning.verify(apk);
    List<String> misaligned = ZipAlignment.listMisaligned(apk);
    if (!misaligned.isEmpty()) {
      throw BuildFailure.listing(
          "Entries of " + apk + " lie where a phone cannot map them:", misaligned);
    }
    stamp.finish(fingerprint);
    return true;
  }

  private String fingerprint(ApkContent content) throws IOException {
    Fingerprint fingerprint = new Fingerprint().version(content.resourcePackage());
    for (Path dex : content.dexes()) {
      fingerprint.version(dex);
    }
    for (Path source : content.javaResources()) {
      if (Files.isDirectory(source)) {
        fingerprint.tree(source);
      } else {
        fingerprint.version(source);
      }
    }
    for (AndroidArchive library : content.libraries()) {
      fingerprint.text("library", library.name());
    }
    return fingerprint
        .text("abi", content.abi())
        .text("key", HexFormat.of().formatHex(key.certificate().getPublicKey().getEncoded()))
        .value();
  }
}
