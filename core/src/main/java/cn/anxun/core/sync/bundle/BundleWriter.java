package cn.anxun.core.sync.bundle;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;

/** Seals entries of a device so that the server alone can read them. */
public final class BundleWriter {
  private final BundlePublicKey key;

  public BundleWriter(BundlePublicKey key) {
    this.key = key;
  }

  /**
   * The bytes of a bundle.
   *
   * @param enrolment of the device that recorded the entries
   * @param madeAt by the phone's clock
   * @throws IllegalArgumentException for more entries or bytes than a bundle may have
   */
  public byte[] write(Enrolment enrolment, List<WrittenEntry> entries, Instant madeAt) {
    byte[] request = PushRequestJson.write(entries);
    if (entries.size() > BundleFormat.MAX_ENTRIES
        || request.length > BundleFormat.MAX_BYTES - BundleFormat.MAX_TOKEN_BYTES) {
      throw new IllegalArgumentException(
          "too much for one bundle: " + entries.size() + " entries, " + request.length + " bytes");
    }
    BundleHeader header =
        new BundleHeader(enrolment.bureau().id(), enrolment.device(), key.fingerprint(), madeAt);
    return seal(header.write(), gzip(enrolment.token(), request));
  }

  private byte[] seal(byte[] header, byte[] content) {
    HPKEContextWithEncapsulation context =
        BundleFormat.hpke().setupBaseS(key.parameters(), BundleFormat.purpose());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, BundleFormat.magic());
    put(out, header);
    out.write('\n');
    put(out, context.getEncapsulation());
    try {
      put(out, context.seal(header, content));
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(String token, byte[] request) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write((token + "\n").getBytes(StandardCharsets.US_ASCII));
      gzip.write(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }
}
