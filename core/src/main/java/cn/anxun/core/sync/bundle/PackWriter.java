package cn.anxun.core.sync.bundle;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.Enrolment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;

/**
 * Seals files of a device so that the server alone can read them, one after the other. No more than
 * one of them is in memory.
 */
public final class PackWriter {
  private final OutputStream out;
  private final byte[] header;
  private final HPKEContextWithEncapsulation context;

  /**
   * Begins a pack.
   *
   * @param enrolment of the device whose files they are
   * @param madeAt by the phone's clock
   * @param out closed by whoever opened it
   */
  public PackWriter(BundlePublicKey key, Enrolment enrolment, Instant madeAt, OutputStream out)
      throws IOException {
    this.out = out;
    this.header =
        new BundleHeader(enrolment.bureau().id(), enrolment.device(), key.fingerprint(), madeAt)
            .write(PackFormat.VERSION);
    this.context = BundleFormat.hpke().setupBaseS(key.parameters(), PackFormat.purpose());
    out.write(PackFormat.magic());
    out.write(header);
    out.write('\n');
    out.write(context.getEncapsulation());
    frame(enrolment.token().getBytes(StandardCharsets.US_ASCII), false);
  }

  public void add(PackPart part) throws IOException {
    byte[] line =
        JsonText.bytes(Json.members().put("name", part.name()).put("type", part.type()).build());
    byte[] message = new byte[line.length + 1 + part.content().length];
    System.arraycopy(line, 0, message, 0, line.length);
    message[line.length] = '\n';
    System.arraycopy(part.content(), 0, message, line.length + 1, part.content().length);
    frame(message, false);
  }

  /** Says that there is no more. Without it nobody takes the pack for whole. */
  public void finish() throws IOException {
    frame(new byte[0], true);
  }

  private void frame(byte[] message, boolean last) throws IOException {
    try {
      byte[] sealed = context.seal(PackFormat.bound(header, last), message);
      out.write(ByteBuffer.allocate(Integer.BYTES).putInt(sealed.length).array());
      out.write(sealed);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException(e);
    }
  }
}
