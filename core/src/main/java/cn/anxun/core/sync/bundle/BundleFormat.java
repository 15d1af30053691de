package cn.anxun.core.sync.bundle;

import cn.anxun.core.sync.Hex;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.hpke.HPKE;

/**
 * The parts of a bundle, as {@code docs/sync-protocol.md} has them:
 *
 * <pre>
 * ANXUNB1 LF
 * header, a JSON object LF
 * encapsulated key, 32 bytes
 * sealed to the end: gzip of (token LF push request)
 * </pre>
 */
public final class BundleFormat {
  /** The most bytes of what is sealed, inflated: 64 MiB. */
  public static final int MAX_BYTES = 64 << 20;

  /** The most entries of one bundle. */
  public static final int MAX_ENTRIES = 100_000;

  /** Of the header, and what the key is bound to. */
  public static final String VERSION = "anxun-bundle-1";

  /** The most bytes of the header line. */
  public static final int MAX_HEADER_BYTES = 4096;

  /** The most characters of a token. */
  public static final int MAX_TOKEN_BYTES = 256;

  /** Of a public key, and of an encapsulated one. */
  public static final int KEY_BYTES = 32;

  /** Gzip makes what cannot be compressed larger by less than this. */
  public static final int MAX_FILE_BYTES = MAX_BYTES + (1 << 20);

  private BundleFormat() {}

  /** What every bundle begins with. */
  public static byte[] magic() {
    return ascii("ANXUNB1\n");
  }

  /** What HPKE binds the key to, so that it opens nothing else. */
  public static byte[] purpose() {
    return ascii(VERSION);
  }

  /** RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
  public static HPKE hpke() {
    return new HPKE(
        HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }

  /** By which the receipts name the bundle that they answer: the SHA-256 of its bytes. */
  public static String hash(byte[] bundle) {
    return Hex.sha256(bundle);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
