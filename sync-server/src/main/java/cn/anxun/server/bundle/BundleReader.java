package cn.anxun.server.bundle;

import cn.anxun.core.sync.bundle.BundleException;
import cn.anxun.core.sync.bundle.BundleException.Problem;
import cn.anxun.core.sync.bundle.BundleFormat;
import cn.anxun.core.sync.bundle.BundleHeader;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.bouncycastle.crypto.InvalidCipherTextException;

/** Opens bundles with the server's key. No size that a bundle states is believed. */
public final class BundleReader {
  private final BundleKey key;

  public BundleReader(BundleKey key) {
    this.key = key;
  }

  /**
   * Reads a bundle to its end.
   *
   * @throws BundleException for what is not one that this key opens
   * @throws IOException where the stream fails
   */
  public Bundle read(InputStream in) throws BundleException, IOException {
    byte[] bytes = in.readNBytes(BundleFormat.MAX_FILE_BYTES + 1);
    byte[] magic = BundleFormat.magic();
    if (bytes.length < magic.length
        || !Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length)) {
      throw new BundleException(Problem.NOT_A_BUNDLE);
    }
    if (bytes.length > BundleFormat.MAX_FILE_BYTES) {
      throw new BundleException(Problem.TOO_LARGE);
    }
    int end = lineEnd(bytes, magic.length, BundleFormat.MAX_HEADER_BYTES);
    if (end < 0) {
      throw new BundleException(Problem.NOT_A_BUNDLE);
    }
    byte[] open = Arrays.copyOfRange(bytes, magic.length, end);
    BundleHeader header = BundleHeader.read(open);
    if (!header.key().equals(key.publicKey().fingerprint())) {
      throw new BundleException(Problem.OTHER_KEY);
    }
    return bundle(header, BundleFormat.hash(bytes), inflate(unseal(open, bytes, end + 1)));
  }

  private byte[] unseal(byte[] header, byte[] bytes, int from) throws BundleException {
    int sealed = from + BundleFormat.KEY_BYTES;
    if (sealed > bytes.length) {
      throw new BundleException(Problem.CHANGED);
    }
    try {
      return BundleFormat.hpke()
          .setupBaseR(Arrays.copyOfRange(bytes, from, sealed), key.pair(), BundleFormat.purpose())
          .open(header, Arrays.copyOfRange(bytes, sealed, bytes.length));
    } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
      throw new BundleException(Problem.CHANGED, e);
    }
  }

  private static byte[] inflate(byte[] content) throws BundleException {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
      byte[] inflated = gzip.readNBytes(BundleFormat.MAX_BYTES + 1);
      if (inflated.length > BundleFormat.MAX_BYTES) {
        throw new BundleException(Problem.TOO_LARGE);
      }
      return inflated;
    } catch (IOException e) {
      throw new BundleException(Problem.NOT_A_BUNDLE, e);
    }
  }

  private static Bundle bundle(BundleHeader header, String hash, byte[] content)
      throws BundleException {
    int end = lineEnd(content, 0, BundleFormat.MAX_TOKEN_BYTES);
    if (end < 0) {
      throw new BundleException(Problem.NOT_A_BUNDLE);
    }
    String token = new String(content, 0, end, StandardCharsets.US_ASCII);
    byte[] request = Arrays.copyOfRange(content, end + 1, content.length);
    try {
      List<byte[]> entries = PushRequestJson.read(request, BundleFormat.MAX_ENTRIES);
      return new Bundle(header, hash, token, entries);
    } catch (MalformedMessageException e) {
      boolean tooMany = e.fault() == MalformedMessageException.Fault.TOO_MANY;
      throw new BundleException(tooMany ? Problem.TOO_LARGE : Problem.NOT_A_BUNDLE, e);
    }
  }

  /** Where the line that begins here ends, or -1 where it is longer than this. */
  private static int lineEnd(byte[] bytes, int from, int max) {
    for (int i = from; i < bytes.length && i <= from + max; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
