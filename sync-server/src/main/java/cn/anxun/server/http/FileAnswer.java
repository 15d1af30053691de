package cn.anxun.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Answers with a file, or the part that is asked for. A browser shows it as what this server found
 * it to be, runs nothing in it, and takes no name from it.
 */
public final class FileAnswer {
  private static final int CHUNK = 1 << 16;
  private static final String ALONE = "default-src 'none'; sandbox; frame-ancestors 'none'";

  private FileAnswer() {}

  /**
   * Sends the file.
   *
   * @param type the media type that was found, not one that somebody said
   * @param tag names these bytes, and no others, for ever
   */
  public static void send(Context context, Path file, String type, String tag) throws IOException {
    HttpServletResponse response = context.res();
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = in.size();
      String quoted = '"' + tag + '"';
      context.header("ETag", quoted);
      context.header("Accept-Ranges", "bytes");
      context.header("Content-Security-Policy", ALONE);
      if (quoted.equals(context.header("If-None-Match"))) {
        context.status(304);
        return;
      }
      response.setContentType(type);
      ByteRange part = range(context, length, quoted).orElse(new ByteRange(0, length));
      if (!part.isSatisfiable()) {
        context.header("Content-Range", "bytes */" + length);
        throw Refusal.of(416, "no-such-range", Long.toString(length));
      }
      if (part.until() - part.from() < length) {
        context.status(206);
        context.header(
            "Content-Range", "bytes " + part.from() + '-' + (part.until() - 1) + '/' + length);
      }
      response.setContentLengthLong(part.until() - part.from());
      if (!context.method().equals(HandlerType.HEAD)) {
        // Past Javalin, which would pack it and change its length.
        write(in, part, response.getOutputStream());
      }
    }
  }

  private static Optional<ByteRange> range(Context context, long length, String tag) {
    String range = context.header("Range");
    String condition = context.header("If-Range");
    return range == null || (condition != null && !condition.equals(tag))
        ? Optional.empty()
        : ByteRange.parse(range, length);
  }

  private static void write(FileChannel in, ByteRange part, OutputStream out) throws IOException {
    in.position(part.from());
    InputStream from = Channels.newInputStream(in);
    byte[] chunk = new byte[CHUNK];
    long left = part.until() - part.from();
    while (left > 0) {
      int count = from.read(chunk, 0, (int) Math.min(left, CHUNK));
      if (count < 0) {
        throw new IOException("the file became shorter");
      }
      out.write(chunk, 0, count);
      left -= count;
    }
  }
}
