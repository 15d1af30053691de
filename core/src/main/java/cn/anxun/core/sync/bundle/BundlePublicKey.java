package cn.anxun.core.sync.bundle;

import cn.anxun.core.sync.Hex;
import java.util.Base64;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/** The X25519 key (RFC 7748) that phones seal bundles to. */
public final class BundlePublicKey {
  private final X25519PublicKeyParameters parameters;

  public BundlePublicKey(X25519PublicKeyParameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException where it is not 32 bytes in Base64
   */
  public static BundlePublicKey parse(String base64) {
    byte[] bytes = Base64.getUrlDecoder().decode(base64);
    if (bytes.length != BundleFormat.KEY_BYTES) {
      throw new IllegalArgumentException("a bundle key has 32 bytes, not " + bytes.length);
    }
    return new BundlePublicKey(new X25519PublicKeyParameters(bytes));
  }

  public X25519PublicKeyParameters parameters() {
    return parameters;
  }

  /** The SHA-256 of its 32 bytes, in 64 hexadecimal digits. */
  public String fingerprint() {
    return Hex.sha256(parameters.getEncoded());
  }

  /** Its 32 bytes in URL-safe Base64 without padding. */
  @Override
  public String toString() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(parameters.getEncoded());
  }
}
