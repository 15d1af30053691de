package cn.anxun.server.handout;

import cn.anxun.core.sync.AppVersion;
import java.util.List;

/**
 * An app's file, as it says of itself.
 *
 * @param name the package, {@code cn.anxun.app}
 * @param minSdk the least API level of Android that it runs on
 * @param abis the processors it has machine code for; none where it has no such code
 * @param bytes the file's length
 * @param sha256 of the file, 64 hexadecimal digits
 * @param signer SHA-256 of the certificate that signed it; Android updates an app by the same alone
 */
public record AppPackage(
    String name,
    AppVersion version,
    int minSdk,
    List<String> abis,
    long bytes,
    String sha256,
    String signer) {
  public AppPackage {
    abis = List.copyOf(abis);
  }
}
