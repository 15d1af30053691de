package cn.anxun.app.photo;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * Whether a picture's file goes on to its end. Android shows half a JPEG without a word; as
 * evidence it is worth nothing. Only the frame is read (JPEG: ITU T.81 annex B; PNG: ISO 15948
 * clause 5; WebP: its RIFF length); of other kinds the decoder is believed.
 */
final class PictureEnd {
  private static final int JPEG = 0xFFD8;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final long PNG = 0x89504E470D0A1A0AL;
  private static final int PNG_END = 0x49454E44;
  private static final int RIFF = 0x52494646;

  private PictureEnd() {}

  /**
   * @param bytes how many there are
   */
  static boolean isThere(PhotoSource picture, long bytes) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(picture.open(), 1 << 16))) {
      in.mark(16);
      int first = in.readInt();
      if (first >>> 16 == JPEG) {
        in.reset();
        in.readShort();
        return jpeg(in);
      } else if (first == RIFF) {
        long length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
        return bytes >= length + 8;
      } else if (first == (int) (PNG >>> 32)) {
        in.readInt();
        return png(in);
      }
      return true;
    } catch (EOFException e) {
      return false;
    }
  }

  private static boolean jpeg(DataInputStream in) throws IOException {
    int marker = marker(in);
    while (marker != END_OF_IMAGE) {
      boolean alone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
      if (!alone) {
        skip(in, in.readUnsignedShort() - 2);
      }
      marker = marker == START_OF_SCAN ? afterScan(in) : marker(in);
    }
    return true;
  }

  private static int marker(DataInputStream in) throws IOException {
    int one = in.readUnsignedByte();
    while (one != 0xFF) {
      one = in.readUnsignedByte();
    }
    while (one == 0xFF) {
      one = in.readUnsignedByte();
    }
    return one;
  }

  /** The marker that ends the compressed data: one that is neither a stuffed byte nor a restart. */
  private static int afterScan(DataInputStream in) throws IOException {
    while (true) {
      int marker = marker(in);
      if (marker != 0 && (marker < 0xD0 || marker > 0xD7)) {
        return marker;
      }
    }
  }

  private static boolean png(DataInputStream in) throws IOException {
    while (true) {
      long length = Integer.toUnsignedLong(in.readInt());
      int type = in.readInt();
      skip(in, length + 4);
      if (type == PNG_END) {
        return true;
      }
    }
  }

  private static void skip(DataInputStream in, long count) throws IOException {
    long left = count;
    while (left > 0) {
      long skipped = in.skip(left);
      if (skipped <= 0) {
        in.readByte();
        skipped = 1;
      }
      left -= skipped;
    }
  }
}
