package cn.anxun.server.http;

import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads the body of a request within a limit, gzip undone. What it would inflate to is counted as
 * it is read, so a bomb costs nothing.
 */
public final class RequestBody {
  public static final String JSON = "application/json";
  public static final String FORM = "application/x-www-form-urlencoded";

  /** How much of a body that is refused is still read, so that the client gets to the answer. */
  private static final int MAX_DRAIN = 16 << 20;

  private static final long DRAINED_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final int CHUNK = 8192;

  private RequestBody() {}

  /**
   * The bytes of a JSON body.
   *
   * @param maxBytes the most, inflated
   * @throws Refusal 413 for more, 415 for another media type or encoding, 400 for broken gzip
   */
  public static byte[] json(Context context, int maxBytes) {
    return read(context, maxBytes, List.of(MediaTypes.V1, JSON));
  }

  /** The bytes of a form that a browser sends. */
  public static byte[] form(Context context, int maxBytes) {
    return read(context, maxBytes, List.of(FORM));
  }

  private static byte[] read(Context context, int maxBytes, List<String> types) {
    InputStream body = context.bodyInputStream();
    try {
      String type = context.contentType();
      if (type == null || types.stream().noneMatch(known -> MediaTypes.matches(type, known))) {
        throw drained(
            body, Refusal.ofField(415, "wrong-content-type", "Content-Type", types.get(0)));
      }
      if (context.req().getContentLengthLong() > maxBytes) {
        throw drained(body, tooLarge(maxBytes));
      }
      String encoding = context.header("Content-Encoding");
      return switch (encoding == null ? "identity" : encoding.trim().toLowerCase(Locale.ROOT)) {
        case "identity" -> limited(body, body, maxBytes);
        case "gzip", "x-gzip" -> inflated(body, maxBytes);
        default -> throw drained(body, Refusal.ofField(415, "wrong-encoding", "Content-Encoding"));
      };
    } catch (IOException e) {
      // The client went away, or was too slow: what came is of no use.
      throw Refusal.of(400, "bad-request");
    }
  }

  private static byte[] inflated(InputStream body, int maxBytes) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(body, CHUNK)) {
      byte[] inflated = limited(gzip, body, maxBytes);
      // Its end is read too, so that a connection whose request is refused can go on.
      drain(body, MAX_DRAIN);
      return inflated;
    } catch (ZipException | EOFException e) {
      throw drained(body, Refusal.of(400, Problem.DAMAGED));
    }
  }

  private static byte[] limited(InputStream in, InputStream raw, int maxBytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      if (out.size() + count > maxBytes) {
        throw drained(raw, tooLarge(maxBytes));
      }
      out.write(chunk, 0, count);
    }
    return out.toByteArray();
  }

  private static Refusal tooLarge(int maxBytes) {
    return Refusal.of(413, "body-too-large", Integer.toString(maxBytes / 1024));
  }

  private static Refusal drained(InputStream body, Refusal refusal) {
    drain(body, MAX_DRAIN);
    return refusal;
  }

  /**
   * Reads on for so many bytes, and some seconds at most, so that whoever sends a body that is
   * refused gets to the answer.
   */
  public static void drain(InputStream body, int most) {
    try {
      byte[] chunk = new byte[CHUNK];
      int left = most;
      long until = System.nanoTime() + DRAINED_NANOS;
      for (int count = body.read(chunk);
          count >= 0 && left > 0 && System.nanoTime() < until;
          count = body.read(chunk)) {
        left -= count;
      }
    } catch (IOException e) {
      // The client is gone; nobody reads the answer either.
    }
  }
}
