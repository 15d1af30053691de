package cn.anxun.server.http.v1;

import cn.anxun.core.entry.SpokenNumber;
import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.EnrolmentLink;
import cn.anxun.core.sync.Witness;
import cn.anxun.core.sync.bundle.BundlePublicKey;
import cn.anxun.server.file.FileKind;
import cn.anxun.server.file.PartChecksum;
import cn.anxun.server.http.Refusal;
import java.nio.charset.StandardCharsets;

/** Whatever stands in a header, its reader gives a value, nothing, or a refusal that names it. */
public final class TusHeadersFuzz {
  private TusHeadersFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String header = new String(data, StandardCharsets.ISO_8859_1);
    try {
      UploadMetadata said = UploadMetadata.parse(header);
      if (!said.sha256().matches("[0-9a-f]{64}")) {
        throw new IllegalStateException("no hash: " + said);
      }
    } catch (Refusal e) {
      if (e.status() != 400 && e.status() != 415) {
        throw e;
      }
    }
    PartChecksum.parse(header);
    FileKind.ofMediaType(header);
    Witness.parse(header);
    AppVersion.parse(header);
    PullCursor.parse(header);
    String text = new String(data, StandardCharsets.UTF_8);
    EnrolmentLink.parse(text);
    SpokenNumber.parse(text);
    try {
      BundlePublicKey.parse(text);
    } catch (IllegalArgumentException e) {
      // As it says of what is no key.
    }
  }
}
