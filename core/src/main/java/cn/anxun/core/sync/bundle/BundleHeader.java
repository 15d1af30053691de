package cn.anxun.core.sync.bundle;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.bundle.BundleException.Problem;
import cn.anxun.core.text.Instants;
import java.time.Instant;

/**
 * What a bundle says openly. Nobody can change it without the seal breaking.
 *
 * @param bureau the bureau's id
 * @param device the device's id
 * @param key the fingerprint of the key that it is sealed to
 * @param madeAt by the phone's clock
 */
public record BundleHeader(String bureau, String device, String key, Instant madeAt) {

  /** The header line of a bundle, without its end. */
  public byte[] write() {
    return write(BundleFormat.VERSION);
  }

  /** The header line of a file of this format, without its end. */
  byte[] write(String format) {
    return JsonText.bytes(
        Json.members()
            .put("format", format)
            .put("bureau", bureau)
            .put("device", device)
            .put("key", key)
            .put("madeAt", madeAt.toString())
            .build());
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws BundleException NOT_A_BUNDLE for anything else
   */
  public static BundleHeader read(byte[] json) throws BundleException {
    return read(json, BundleFormat.VERSION);
  }

  /**
   * Reads the header line of a file of this format.
   *
   * @throws BundleException NOT_A_BUNDLE for anything else
   */
  public static BundleHeader read(byte[] json, String format) throws BundleException {
    try {
      if (!(JsonText.read(json) instanceof Json.Members members)
          || !text(members, "format").equals(format)) {
        throw new BundleException(Problem.NOT_A_BUNDLE);
      }
      return new BundleHeader(
          text(members, "bureau"),
          text(members, "device"),
          text(members, "key"),
          Instants.find(text(members, "madeAt"))
              .orElseThrow(() -> new BundleException(Problem.NOT_A_BUNDLE)));
    } catch (JsonSyntaxException e) {
      throw new BundleException(Problem.NOT_A_BUNDLE, e);
    }
  }

  private static String text(Json.Members members, String name) throws BundleException {
    if (members.get(name) instanceof Json.Text text) {
      return text.value();
    }
    throw new BundleException(Problem.NOT_A_BUNDLE);
  }
}
