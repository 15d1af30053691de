package cn.anxun.app.data.remote;

import cn.anxun.core.sync.file.FileContents;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A part of a file on its way out, never held in memory whole. */
final class FileSlice extends RequestBody {
  private static final MediaType TYPE = MediaType.get("application/offset+octet-stream");
  private static final int AT_ONCE = 16 * 1024;

  private final FileContents contents;
  private final String sha256;
  private final long offset;
  private final long length;
  private final LongConsumer sent;

  /**
   * @param sent is told how many bytes have been handed to the connection
   */
  FileSlice(FileContents contents, String sha256, long offset, long length, LongConsumer sent) {
    this.contents = contents;
    this.sha256 = sha256;
    this.offset = offset;
    this.length = length;
    this.sent = sent;
  }

  @Override
  public MediaType contentType() {
    return TYPE;
  }

  @Override
  public long contentLength() {
    return length;
  }

  /** Where the connection breaks the server is asked first how far it came. */
  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (InputStream in = contents.open(sha256)) {
      skip(in);
      byte[] part = new byte[AT_ONCE];
      long left = length;
      while (left > 0) {
        int count = in.read(part, 0, (int) Math.min(part.length, left));
        if (count < 0) {
          throw new EOFException(sha256 + " has ended " + left + " bytes too early");
        }
        sink.write(part, 0, count);
        sink.flush();
        left -= count;
        sent.accept(length - left);
      }
    }
  }

  private void skip(InputStream in) throws IOException {
    byte[] part = new byte[AT_ONCE];
    long left = offset;
    while (left > 0) {
      int count = in.read(part, 0, (int) Math.min(part.length, left));
      if (count < 0) {
        throw new EOFException(sha256 + " has ended before byte " + offset);
      }
      left -= count;
    }
  }
}
