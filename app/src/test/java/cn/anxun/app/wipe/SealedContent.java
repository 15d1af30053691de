package cn.anxun.app.wipe;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.bundle.BundleFormat;
import cn.anxun.core.sync.bundle.BundlePublicKey;
import cn.anxun.core.sync.bundle.PackFormat;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/** A server's key, and what it finds in sealed files. */
final class SealedContent {
  private final AsymmetricCipherKeyPair pair = BundleFormat.hpke().generatePrivateKey();

  /** What the enrolment tells. */
  String publicKey() {
    return new BundlePublicKey((X25519PublicKeyParameters) pair.getPublic()).toString();
  }

  /** The entries of a bundle, each in its bytes. */
  List<String> entries(File bundle) throws Exception {
    byte[] bytes = Files.readAllBytes(bundle.toPath());
    int begin = BundleFormat.magic().length;
    int end = line(bytes, begin);
    byte[] content =
        BundleFormat.hpke()
            .setupBaseR(Arrays.copyOfRange(bytes, end + 1, end + 33), pair, BundleFormat.purpose())
            .open(
                Arrays.copyOfRange(bytes, begin, end),
                Arrays.copyOfRange(bytes, end + 33, bytes.length));
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      byte[] inflated = in.readAllBytes();
      byte[] request = Arrays.copyOfRange(inflated, line(inflated, 0) + 1, inflated.length);
      List<String> entries = new ArrayList<>();
      for (byte[] entry : PushRequestJson.read(request, BundleFormat.MAX_ENTRIES)) {
        entries.add(new String(entry, StandardCharsets.UTF_8));
      }
      return entries;
    }
  }

  /** The parts of a pack by their names; it must be whole. */
  Map<String, byte[]> parts(File pack) throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(pack.toPath()));
    int begin = PackFormat.magic().length;
    int end = line(bytes.array(), begin);
    byte[] header = Arrays.copyOfRange(bytes.array(), begin, end);
    HPKEContext context =
        BundleFormat.hpke()
            .setupBaseR(
                Arrays.copyOfRange(bytes.array(), end + 1, end + 33), pair, PackFormat.purpose());
    bytes.position(end + 33);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    context.open(PackFormat.bound(header, false), frame(bytes));
    for (byte[] frame = frame(bytes); bytes.hasRemaining(); frame = frame(bytes)) {
      byte[] part = context.open(PackFormat.bound(header, false), frame);
      int name = line(part, 0);
      Json.Members told = (Json.Members) JsonText.read(Arrays.copyOf(part, name));
      parts.put(
          ((Json.Text) told.get("name")).value(), Arrays.copyOfRange(part, name + 1, part.length));
    }
    return parts;
  }

  private static byte[] frame(ByteBuffer bytes) {
    byte[] frame = new byte[bytes.getInt()];
    bytes.get(frame);
    return frame;
  }

  private static int line(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
