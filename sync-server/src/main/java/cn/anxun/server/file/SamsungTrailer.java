package cn.anxun.server.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What Samsung's cameras put behind a JPEG's end: named blocks such as the time in milliseconds, a
 * directory of them that begins with {@code SEFH}, its length, and {@code SEFT} as the last four
 * bytes. Taken where the directory accounts for every byte, the blocks are small, and nothing in
 * them is for another program; the video of a motion photo is none of that.
 */
final class SamsungTrailer {
  private static final int FOOT = 8;
  private static final int HEAD = 12;
  private static final int ENTRY = 12;
  private static final int MAX_BLOCKS = 64;
  private static final int BLOCK_HEAD = 8;

  /** All blocks together. */
  private static final long MAX_BYTES = 1 << 20;

  private static final byte[] BEGINS = ascii("SEFH");
  private static final byte[] ENDS = ascii("SEFT");
  private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

  private SamsungTrailer() {}

  /** Where it begins; the file's length where there is none that is taken. */
  static long start(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      return start(in);
    }
  }

  private static long start(RandomAccessFile in) throws IOException {
    long length = in.length();
    if (length < FOOT + HEAD + ENTRY) {
      return length;
    }
    byte[] foot = read(in, length - FOOT, FOOT);
    long directoryBytes = number(foot, 0);
    long count = (directoryBytes - HEAD) / ENTRY;
    boolean ends = Arrays.equals(foot, 4, FOOT, ENDS, 0, 4);
    long at = length - FOOT - directoryBytes;
    boolean counts = count >= 1 && count <= MAX_BLOCKS && directoryBytes == HEAD + ENTRY * count;
    if (!ends || !counts || at < 0) {
      return length;
    }
    long begins = blocks(in, at, read(in, at, (int) directoryBytes));
    return begins < 0 ? length : begins;
  }

  /** Where the first block begins; negative where they are not what the directory says. */
  private static long blocks(RandomAccessFile in, long end, byte[] directory) throws IOException {
    int count = (directory.length - HEAD) / ENTRY;
    boolean begins = Arrays.equals(directory, 0, 4, BEGINS, 0, 4);
    if (!begins || number(directory, 8) != count) {
      return -1;
    }
    long first = end - number(directory, HEAD + 4);
    if (first < 0 || end - first > MAX_BYTES) {
      return -1;
    }
    long at = first;
    for (int entry = HEAD; entry < directory.length; entry += ENTRY) {
      long start = end - number(directory, entry + 4);
      long bytes = number(directory, entry + 8);
      if (start != at || bytes < BLOCK_HEAD || bytes > end - start) {
        return -1;
      }
      if (!isBlock(read(in, start, (int) bytes), number(directory, entry))) {
        return -1;
      }
      at = start + bytes;
    }
    return at == end ? first : -1;
  }

  private static boolean isBlock(byte[] block, long kind) {
    return number(block, 0) == kind
        && number(block, 4) <= block.length - BLOCK_HEAD
        && !ContentReader.isForeign(block)
        && !holds(block, ARCHIVE);
  }

  private static boolean holds(byte[] bytes, byte[] part) {
    for (int at = 0; at + part.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] read(RandomAccessFile in, long at, int count) throws IOException {
    byte[] bytes = new byte[count];
    in.seek(at);
    in.readFully(bytes);
    return bytes;
  }

  /** Four bytes, the least significant first. */
  private static long number(byte[] bytes, int at) {
    return (bytes[at] & 0xffL)
        | (bytes[at + 1] & 0xffL) << 8
        | (bytes[at + 2] & 0xffL) << 16
        | (bytes[at + 3] & 0xffL) << 24;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
