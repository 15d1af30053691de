package cn.anxun.server.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A PDF (ISO 32000) that begins at its first byte and ends at its last {@code %%EOF}. */
final class PdfCheck {
  private static final int HEAD = 1024;
  private static final int TAIL = 2048;
  private static final String END = "%%EOF";

  private PdfCheck() {}

  static void check(Path file) throws IOException, FileRefusedException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      String head = text(in, 0, (int) Math.min(HEAD, in.length()));
      boolean version = head.length() > 7 && Character.isDigit(head.charAt(5));
      boolean second = head.indexOf("%PDF-", 1) > 0;
      int tailBytes = (int) Math.min(TAIL, in.length());
      String tail = text(in, in.length() - tailBytes, tailBytes);
      int end = tail.lastIndexOf(END);
      boolean ends = end >= 0 && tail.substring(end + END.length()).replace('\0', ' ').isBlank();
      byte[] start = head.substring(1).getBytes(StandardCharsets.ISO_8859_1);
      if (!version || second || !ends || ContentReader.isForeign(start)) {
        throw ContentCheck.damaged();
      }
    }
  }

  private static String text(RandomAccessFile in, long at, int count) throws IOException {
    byte[] bytes = new byte[count];
    in.seek(at);
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
