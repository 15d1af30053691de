package cn.anxun.server.bundle;

import cn.anxun.core.sync.bundle.BundleException;
import cn.anxun.core.sync.bundle.BundleFormat;
import cn.anxun.core.sync.bundle.BundleHeader;
import cn.anxun.core.sync.bundle.BundleReceipts;
import cn.anxun.core.sync.bundle.PackFormat;
import cn.anxun.core.sync.bundle.PackPart;
import cn.anxun.server.storage.DataDirectory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;

/**
 * Whatever a bundle or a pack holds, reading it ends with its contents or in a problem. The first
 * byte says whether the rest is a file, a file behind a right beginning, or what an enrolled but
 * hostile phone sealed.
 */
public final class BundleFuzz {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final BundleKey KEY =
      BundleKey.open(DataDirectory.ephemeral("fuzz"), new SecureRandom());
  private static final PackReader.Taker TAKER =
      new PackReader.Taker() {
        @Override
        public void begin(BundleHeader header, String token) {}

        @Override
        public void take(PackPart part) {}
      };

  private BundleFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws Exception {
    if (data.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(data, 1, data.length);
    try {
      switch ((data[0] & 0xff) % 7) {
        case 0 -> bundle(rest);
        case 1 -> pack(rest);
        case 2 -> bundle(joined(BundleFormat.magic(), rest));
        case 3 -> pack(joined(PackFormat.magic(), rest));
        case 4 ->
            bundle(sealed(KEY, gzip(joined("token\n".getBytes(StandardCharsets.UTF_8), rest))));
        case 5 -> pack(packed(rest));
        default -> BundleReceipts.read(rest, "token");
      }
    } catch (BundleException e) {
      if (e.problem() == null) {
        throw e;
      }
    }
  }

  private static void bundle(byte[] bytes) throws BundleException, IOException {
    new BundleReader(KEY).read(new ByteArrayInputStream(bytes));
  }

  private static void pack(byte[] bytes) throws BundleException, IOException {
    new PackReader(KEY).read(new ByteArrayInputStream(bytes), TAKER);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  /** A well-formed bundle with this inside, as an enrolled but hostile device could make it. */
  static byte[] sealed(BundleKey key, byte[] content) throws InvalidCipherTextException {
    byte[] header = new BundleHeader("test", "test.K3", key.publicKey().fingerprint(), NOW).write();
    HPKEContextWithEncapsulation context =
        BundleFormat.hpke().setupBaseS(key.publicKey().parameters(), BundleFormat.purpose());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(BundleFormat.magic());
    out.writeBytes(header);
    out.write('\n');
    out.writeBytes(context.getEncapsulation());
    out.writeBytes(context.seal(header, content));
    return out.toByteArray();
  }

  /** A pack of one part that is this, and its end. */
  private static byte[] packed(byte[] part) throws InvalidCipherTextException {
    byte[] header =
        new String(
                new BundleHeader("test", "test.K3", KEY.publicKey().fingerprint(), NOW).write(),
                StandardCharsets.UTF_8)
            .replace(BundleFormat.VERSION, PackFormat.VERSION)
            .getBytes(StandardCharsets.UTF_8);
    HPKEContextWithEncapsulation context =
        BundleFormat.hpke().setupBaseS(KEY.publicKey().parameters(), PackFormat.purpose());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PackFormat.magic());
    out.writeBytes(header);
    out.write('\n');
    out.writeBytes(context.getEncapsulation());
    frame(out, context.seal(PackFormat.bound(header, false), new byte[] {'t'}));
    frame(out, context.seal(PackFormat.bound(header, false), part));
    frame(out, context.seal(PackFormat.bound(header, true), new byte[0]));
    return out.toByteArray();
  }

  private static void frame(ByteArrayOutputStream out, byte[] sealed) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(sealed.length).array());
    out.writeBytes(sealed);
  }
}
