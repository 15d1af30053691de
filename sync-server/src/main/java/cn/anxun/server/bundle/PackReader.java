package cn.anxun.server.bundle;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.bundle.BundleException;
import cn.anxun.core.sync.bundle.BundleException.Problem;
import cn.anxun.core.sync.bundle.BundleFormat;
import cn.anxun.core.sync.bundle.BundleHeader;
import cn.anxun.core.sync.bundle.PackFormat;
import cn.anxun.core.sync.bundle.PackPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKEContext;

/**
 * Opens packs with the server's key, a part at a time: what a phone sealed beside its bundle. No
 * size that a pack states is believed beyond what a part may have.
 */
final class PackReader {

  /** Is told what is in the pack, in order. */
  interface Taker {
    /**
     * Before all parts.
     *
     * @param token whether it is the device's is still to be asked
     */
    void begin(BundleHeader header, String token) throws BundleException, IOException;

    void take(PackPart part) throws IOException;
  }

  private final BundleKey key;

  PackReader(BundleKey key) {
    this.key = key;
  }

  /** Whether a file that begins so is a pack. */
  static boolean isPack(byte[] start) {
    byte[] magic = PackFormat.magic();
    return start.length >= magic.length
        && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
  }

  /**
   * Reads a pack to its end.
   *
   * @return how many parts it has
   * @throws BundleException for what is not one that this key opens, or was cut; the parts before
   *     were handed over
   */
  int read(InputStream in, Taker taker) throws BundleException, IOException {
    if (!isPack(in.readNBytes(PackFormat.magic().length))) {
      throw new BundleException(Problem.NOT_A_BUNDLE);
    }
    byte[] open = line(in);
    BundleHeader header = BundleHeader.read(open, PackFormat.VERSION);
    if (!header.key().equals(key.publicKey().fingerprint())) {
      throw new BundleException(Problem.OTHER_KEY);
    }
    HPKEContext context = context(in);
    byte[] token = message(context, open, in, false);
    if (token.length > BundleFormat.MAX_TOKEN_BYTES) {
      throw new BundleException(Problem.NOT_A_BUNDLE);
    }
    taker.begin(header, new String(token, StandardCharsets.US_ASCII));
    for (int parts = 0; parts <= PackFormat.MAX_PARTS; parts++) {
      byte[] sealed = frame(in);
      if (sealed.length == PackFormat.TAG_BYTES) {
        open(context, open, sealed, true);
        return parts;
      }
      taker.take(part(open(context, open, sealed, false)));
    }
    throw new BundleException(Problem.TOO_LARGE);
  }

  private HPKEContext context(InputStream in) throws BundleException, IOException {
    try {
      return BundleFormat.hpke()
          .setupBaseR(in.readNBytes(BundleFormat.KEY_BYTES), key.pair(), PackFormat.purpose());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new BundleException(Problem.CHANGED, e);
    }
  }

  private static byte[] message(HPKEContext context, byte[] header, InputStream in, boolean last)
      throws BundleException, IOException {
    return open(context, header, frame(in), last);
  }

  private static byte[] open(HPKEContext context, byte[] header, byte[] sealed, boolean last)
      throws BundleException {
    try {
      return context.open(PackFormat.bound(header, last), sealed);
    } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
      throw new BundleException(Problem.CHANGED, e);
    }
  }

  private static byte[] frame(InputStream in) throws BundleException, IOException {
    byte[] stated = in.readNBytes(Integer.BYTES);
    if (stated.length < Integer.BYTES) {
      throw new BundleException(Problem.CHANGED);
    }
    int length = ByteBuffer.wrap(stated).getInt();
    int most = PackFormat.MAX_PART_BYTES + PackFormat.MAX_LINE_BYTES + PackFormat.TAG_BYTES;
    if (length < PackFormat.TAG_BYTES || length > most) {
      throw new BundleException(Problem.CHANGED);
    }
    byte[] sealed = in.readNBytes(length);
    if (sealed.length < length) {
      throw new BundleException(Problem.CHANGED);
    }
    return sealed;
  }

  private static PackPart part(byte[] message) throws BundleException {
    for (int i = 0; i < message.length && i <= PackFormat.MAX_LINE_BYTES; i++) {
      if (message[i] == '\n') {
        return part(Arrays.copyOf(message, i), Arrays.copyOfRange(message, i + 1, message.length));
      }
    }
    throw new BundleException(Problem.NOT_A_BUNDLE);
  }

  private static PackPart part(byte[] line, byte[] content) throws BundleException {
    try {
      if (JsonText.read(line) instanceof Json.Members members
          && members.get("name") instanceof Json.Text name
          && members.get("type") instanceof Json.Text type) {
        return new PackPart(name.value(), type.value(), content);
      }
      throw new BundleException(Problem.NOT_A_BUNDLE);
    } catch (IllegalArgumentException e) {
      throw new BundleException(Problem.NOT_A_BUNDLE, e);
    }
  }

  private static byte[] line(InputStream in) throws BundleException, IOException {
    byte[] line = new byte[BundleFormat.MAX_HEADER_BYTES];
    for (int i = 0; i < line.length; i++) {
      int next = in.read();
      if (next == '\n') {
        return Arrays.copyOf(line, i);
      } else if (next < 0) {
        break;
      }
      line[i] = (byte) next;
    }
    throw new BundleException(Problem.NOT_A_BUNDLE);
  }
}
