package cn.anxun.server.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Finds files that are archives too. Programs read a ZIP (and with it JAR, APK and office files)
 * from its end, so that one may hide in the tail, or in the notes, of any other file.
 */
final class Archives {
  private static final int RECORD = 22;
  private static final int MAX_COMMENT = 65_535;
  private static final int COMMENT_AT = 20;

  private Archives() {}

  /** Whether a reader of archives would find one: its end record, of one disk, near the end. */
  static boolean endsAsOne(Path file) throws IOException {
    byte[] tail;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      tail = new byte[(int) Math.min(in.length(), RECORD + MAX_COMMENT)];
      in.seek(in.length() - tail.length);
      in.readFully(tail);
    }
    for (int at = 0; at <= tail.length - RECORD; at++) {
      if (isEnd(tail, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEnd(byte[] tail, int at) {
    boolean signature =
        tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6;
    if (!signature) {
      return false;
    }
    boolean oneDisk = little(tail, at + 4) == 0 && little(tail, at + 6) == 0;
    boolean toTheEnd = at + RECORD + little(tail, at + COMMENT_AT) == tail.length;
    // Four bytes alone are met with in a large picture now and then.
    return oneDisk || toTheEnd;
  }

  private static int little(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
  }
}
