package cn.anxun.server.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads a file from its beginning to its end, or to where it is said to end, and no further. */
final class ContentReader implements AutoCloseable {
  /** What browsers, interpreters and readers of documents would take for theirs. */
  private static final List<String> FOREIGN =
      List.of("<script", "<html", "<!doctype", "<body", "<iframe", "<svg ", "<?php", "%pdf-");

  private final InputStream in;
  private final long length;
  private long at;

  ContentReader(InputStream in, long length) {
    this.in = in;
    this.length = length;
  }

  long left() {
    return length - at;
  }

  /** The next byte, 0 to 255. */
  int read() throws IOException {
    int next = at < length ? in.read() : -1;
    if (next < 0) {
      throw new EOFException();
    }
    at++;
    return next;
  }

  byte[] read(int count) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(count, left()));
    at += bytes.length;
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  void skip(long count) throws IOException {
    if (count > left()) {
      throw new EOFException();
    }
    in.skipNBytes(count);
    at += count;
  }

  /** Two bytes, the most significant first. */
  int readShort() throws IOException {
    return (read() << 8) | read();
  }

  /** Four bytes, the most significant first. */
  long readInt() throws IOException {
    return ((long) readShort() << 16) | readShort();
  }

  /** Four bytes, the least significant first. */
  long readLittleInt() throws IOException {
    return read() | (read() << 8) | (read() << 16) | ((long) read() << 24);
  }

  /** Whether words in a file's own notes are meant for another program than one for pictures. */
  static boolean isForeign(byte[] notes) {
    String text = new String(notes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return FOREIGN.stream().anyMatch(text::contains);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
