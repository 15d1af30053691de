package cn.anxun.server.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A WebP (RFC 9649): one RIFF whose chunks fill the file to its end. */
final class WebpCheck {
  private static final int TAG = 4;
  private static final long MAX_NOTES = 1 << 20;
  private static final int VP8L_SIGNATURE = 0x2f;
  private static final int EXTENDED_BYTES = 10;

  private final ContentReader in;
  private PictureSize size = new PictureSize(0, 0);

  private WebpCheck(ContentReader in) {
    this.in = in;
  }

  static PictureSize check(ContentReader in) throws IOException, FileRefusedException {
    in.skip(TAG);
    long stated = in.readLittleInt();
    if (stated != in.left()) {
      throw ContentCheck.damaged();
    }
    in.skip(TAG);
    WebpCheck check = new WebpCheck(in);
    while (in.left() > 0) {
      check.chunk();
    }
    return check.size;
  }

  private void chunk() throws IOException, FileRefusedException {
    String type = new String(in.read(TAG), StandardCharsets.US_ASCII);
    long length = in.readLittleInt();
    long padded = length + (length & 1);
    if (padded > in.left()) {
      throw ContentCheck.damaged();
    }
    int head = (int) Math.min(length, EXTENDED_BYTES);
    switch (type) {
      case "VP8 ", "VP8L", "VP8X" -> {
        picture(type, in.read(head));
        in.skip(padded - head);
      }
      case "ALPH", "ANMF" -> in.skip(padded);
      default -> notes(length, padded);
    }
  }

  private void notes(long length, long padded) throws IOException, FileRefusedException {
    if (length > MAX_NOTES || ContentReader.isForeign(in.read((int) padded))) {
      throw ContentCheck.damaged();
    }
  }

  private void picture(String type, byte[] head) throws FileRefusedException {
    int needed = type.equals("VP8L") ? 5 : EXTENDED_BYTES;
    if (head.length < needed) {
      throw ContentCheck.damaged();
    }
    PictureSize stated =
        switch (type) {
          case "VP8 " -> new PictureSize(little(head, 6) & 0x3fff, little(head, 8) & 0x3fff);
          case "VP8L" -> lossless(head);
          default -> new PictureSize(1L + three(head, 4), 1L + three(head, 7));
        };
    size = stated.pixels() > size.pixels() ? stated : size;
  }

  private static PictureSize lossless(byte[] head) throws FileRefusedException {
    if (head[0] != VP8L_SIGNATURE) {
      throw ContentCheck.damaged();
    }
    int bits = little(head, 1) | (little(head, 3) << 16);
    return new PictureSize(1L + (bits & 0x3fff), 1L + ((bits >>> 14) & 0x3fff));
  }

  private static int little(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
  }

  private static int three(byte[] bytes, int at) {
    return little(bytes, at) | ((bytes[at + 2] & 0xff) << 16);
  }
}
