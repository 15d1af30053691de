package cn.anxun.apk.packaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the entries of an APK that are not compressed start where the phone can map them: at
 * multiples of 4 bytes, native libraries at multiples of 16 KiB. Reads the central directory
 * (PKWARE APPNOTE 4.3.12).
 */
public final class ZipAlignment {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int ENTRY_SIZE = 46;
  private static final int LOCAL_HEADER_SIZE = 30;
  private static final int PAGE = 16 * 1024;

  private ZipAlignment() {}

  /** Names and offsets of the entries that lie wrong. */
  public static List<String> listMisaligned(Path apk) throws IOException {
    ByteBuffer zip = ByteBuffer.wrap(Files.readAllBytes(apk)).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.capacity() - END_SIZE;
    while (end > 0 && zip.getInt(end) != END_SIGNATURE) {
      end--;
    }
    int count = unsigned(zip, end + 10);
    int entry = zip.getInt(end + 16);
    List<String> misaligned = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int nameLength = unsigned(zip, entry + 28);
      String name = new String(zip.array(), entry + ENTRY_SIZE, nameLength, StandardCharsets.UTF_8);
      int header = zip.getInt(entry + 42);
      int data =
          header + LOCAL_HEADER_SIZE + unsigned(zip, header + 26) + unsigned(zip, header + 28);
      boolean stored = unsigned(zip, entry + 10) == 0;
      if (stored && data % (name.endsWith(".so") ? PAGE : 4) != 0) {
        misaligned.add(name + " at " + data);
      }
      entry += ENTRY_SIZE + nameLength + unsigned(zip, entry + 30) + unsigned(zip, entry + 32);
    }
    return misaligned;
  }

  private static int unsigned(ByteBuffer zip, int at) {
    return zip.getShort(at) & 0xffff;
  }
}
