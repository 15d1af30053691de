package cn.anxun.server.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** A PNG (ISO/IEC 15948): its chunks, each with a right checksum, from IHDR to IEND and no more. */
final class PngCheck {
  private static final int SIGNATURE_BYTES = 8;
  private static final int HEADER_BYTES = 13;
  private static final int BUFFER = 1 << 13;

  /** The most that a chunk of words, or of anything but the picture, may hold. */
  private static final long MAX_NOTES = 1 << 20;

  private static final Set<String> PICTURE = Set.of("IDAT", "IEND");

  private PngCheck() {}

  static PictureSize check(ContentReader in) throws IOException, FileRefusedException {
    in.skip(SIGNATURE_BYTES);
    if (in.readInt() != HEADER_BYTES) {
      throw ContentCheck.damaged();
    }
    byte[] header = chunk(in, HEADER_BYTES, "IHDR");
    String type = "";
    boolean drawn = false;
    while (!type.equals("IEND")) {
      long length = in.readInt();
      if (length > in.left()) {
        throw ContentCheck.damaged();
      }
      type = next(in, length);
      drawn |= type.equals("IDAT");
    }
    if (!drawn || in.left() > 0) {
      throw ContentCheck.damaged();
    }
    return new PictureSize(number(header, 0), number(header, 4));
  }

  private static long number(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes, at, Integer.BYTES).getInt() & 0xffff_ffffL;
  }

  private static String next(ContentReader in, long length)
      throws IOException, FileRefusedException {
    byte[] name = in.read(4);
    String type = new String(name, StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    if (PICTURE.contains(type)) {
      for (long left = length; left > 0; left -= Math.min(left, BUFFER)) {
        checksum.update(in.read((int) Math.min(left, BUFFER)));
      }
    } else if (length > MAX_NOTES) {
      throw ContentCheck.damaged();
    } else {
      byte[] notes = in.read((int) length);
      checksum.update(notes);
      if (ContentReader.isForeign(notes)) {
        throw ContentCheck.damaged();
      }
    }
    expect(in, checksum);
    return type;
  }

  private static byte[] chunk(ContentReader in, int length, String type)
      throws IOException, FileRefusedException {
    byte[] name = in.read(4);
    byte[] content = in.read(length);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(content);
    if (!type.equals(new String(name, StandardCharsets.US_ASCII))) {
      throw ContentCheck.damaged();
    }
    expect(in, checksum);
    return content;
  }

  private static void expect(ContentReader in, CRC32 checksum)
      throws IOException, FileRefusedException {
    if (in.readInt() != checksum.getValue()) {
      throw ContentCheck.damaged();
    }
  }
}
