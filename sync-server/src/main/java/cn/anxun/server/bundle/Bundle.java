package cn.anxun.server.bundle;

import cn.anxun.core.sync.bundle.BundleHeader;
import java.util.List;

/**
 * A bundle that was opened. Whether its token is a device's is still to be asked.
 *
 * @param hash by which its receipts name it
 * @param token the device's secret, printed nowhere
 * @param entries each in its bytes
 */
public record Bundle(BundleHeader header, String hash, String token, List<byte[]> entries) {
  public Bundle {
    entries = List.copyOf(entries);
  }

  @Override
  public String toString() {
    return "Bundle[header=" + header + ", entries=" + entries.size() + ']';
  }
}
