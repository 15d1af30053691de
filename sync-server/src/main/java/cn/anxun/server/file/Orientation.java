package cn.anxun.server.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How a JPEG must be turned to stand upright: 1 to 8, as its Exif says (CIPA DC-008). */
final class Orientation {
  static final int UPRIGHT = 1;

  private static final int TAG = 0x0112;
  private static final int APP1 = 0xe1;
  private static final int SOS = 0xda;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  private Orientation() {}

  /** Of a file that begins so; {@link #UPRIGHT} where it does not say. */
  static int of(byte[] start) {
    int at = 2;
    while (at + 4 <= start.length && (start[at] & 0xff) == 0xff) {
      int marker = start[at + 1] & 0xff;
      int length = ((start[at + 2] & 0xff) << 8) | (start[at + 3] & 0xff);
      if (marker == SOS) {
        break;
      } else if (marker == APP1 && isExif(start, at + 4)) {
        return ofExif(start, at + 4 + EXIF.length, Math.min(start.length, at + 2 + length));
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  private static boolean isExif(byte[] bytes, int at) {
    for (int i = 0; i < EXIF.length; i++) {
      if (at + i >= bytes.length || bytes[at + i] != EXIF[i]) {
        return false;
      }
    }
    return true;
  }

  private static int ofExif(byte[] bytes, int from, int until) {
    ByteBuffer tiff = ByteBuffer.wrap(bytes, from, Math.max(0, until - from)).slice();
    if (tiff.remaining() < 8) {
      return UPRIGHT;
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return UPRIGHT;
    }
    int count = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < count; i++) {
      int at = directory + 2 + 12 * i;
      if (at + 12 > tiff.limit()) {
        break;
      }
      if ((tiff.getShort(at) & 0xffff) == TAG) {
        int value = tiff.getShort(at + 8) & 0xffff;
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
