package cn.anxun.server.simulation;

import cn.anxun.core.sync.RemoteAnswer.Reason;
import cn.anxun.server.phone.Network;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.server.LocalConnector;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 to a server of this process, in the very bytes that would go over the line, so that the
 * line may break after each of them.
 */
final class LocalNetwork {
  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

  /** Behind {@code HTTP/1.1 }. */
  private static final int STATUS_AT = 9;

  private final LocalConnector connector;

  LocalNetwork(LocalConnector connector) {
    this.connector = connector;
  }

  /** One exchange, which this befalls; null for nothing. */
  Network.Result send(Network.Request request, @Nullable Damage damage) {
    byte[] body = request.body() == null ? new byte[0] : compressed(request.body());
    if (damage != null && damage.befalls(Damage.Kind.REQUEST_TRUNCATED)) {
      body = damage.cut(body);
    } else if (damage != null && damage.befalls(Damage.Kind.REQUEST_CORRUPTED)) {
      body = damage.corrupted(body);
    }
    byte[] whole = joined(head(request, body.length), body);
    boolean breaks = damage != null && damage.befalls(Damage.Kind.REQUEST_CUT);
    byte[] reply = exchange(breaks ? damage.cut(whole) : whole, breaks);
    if (breaks) {
      return new Network.Result.Failed(Reason.LOST);
    }
    return read(
        damage != null && damage.befalls(Damage.Kind.REPLY_CUT) ? damage.cut(reply) : reply,
        damage);
  }

  private static byte[] head(Network.Request request, int length) {
    StringBuilder head = new StringBuilder();
    head.append(request.body() == null ? "GET " : "POST ")
        .append(request.path())
        .append(" HTTP/1.1\r\nHost: server\r\nConnection: close\r\nAccept-Encoding: gzip\r\n");
    request
        .headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (request.body() != null) {
      head.append("Content-Encoding: gzip\r\nContent-Length: ").append(length).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] exchange(byte[] bytes, boolean breaks) {
    LocalConnector.LocalEndPoint line = connector.connect();
    if (breaks) {
      // By a thread of the server, which waits for the rest until this one says that none comes.
      line.addInputAndExecute(ByteBuffer.wrap(bytes));
      line.addInputEOF();
    } else {
      line.addInput(ByteBuffer.wrap(bytes));
    }
    // It gives up after some seconds; how long a simulation may take is not for it to say.
    while (line.isOpen()) {
      line.waitUntilClosed();
    }
    ByteBuffer answer = line.takeOutput();
    byte[] taken = new byte[answer.remaining()];
    answer.get(taken);
    return taken;
  }

  private static Network.Result read(byte[] reply, @Nullable Damage damage) {
    int end = indexOf(reply, END_OF_HEAD, 0);
    if (end < 0) {
      return new Network.Result.Failed(Reason.LOST);
    }
    List<String> lines = new String(reply, 0, end, StandardCharsets.ISO_8859_1).lines().toList();
    try {
      byte[] body = body(lines, Arrays.copyOfRange(reply, end + END_OF_HEAD.length, reply.length));
      if (damage != null && damage.befalls(Damage.Kind.REPLY_TRUNCATED)) {
        body = damage.cut(body);
      } else if (damage != null && damage.befalls(Damage.Kind.REPLY_CORRUPTED)) {
        body = damage.corrupted(body);
      }
      if (header(lines, "content-encoding").filter("gzip"::equals).isPresent()) {
        body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
      }
      return new Network.Result.Reply(
          Integer.parseInt(lines.get(0).substring(STATUS_AT, STATUS_AT + 3)),
          header(lines, "content-type").orElse(""),
          header(lines, "retry-after"),
          body);
    } catch (IOException e) {
      return new Network.Result.Failed(Reason.UNREADABLE);
    }
  }

  private static byte[] body(List<String> lines, byte[] rest) throws IOException {
    if (header(lines, "transfer-encoding").filter("chunked"::equals).isPresent()) {
      return unchunked(rest);
    }
    int length = header(lines, "content-length").map(Integer::parseInt).orElse(0);
    if (rest.length < length) {
      throw new IOException("cut");
    }
    return rest;
  }

  private static byte[] unchunked(byte[] rest) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int at = 0; ; ) {
      int line = indexOf(rest, new byte[] {'\r', '\n'}, at);
      if (line < 0) {
        throw new IOException("cut");
      }
      int size = Integer.parseInt(new String(rest, at, line - at, StandardCharsets.UTF_8), 16);
      if (line + 2 + size + 2 > rest.length) {
        throw new IOException("cut");
      } else if (size == 0) {
        return body.toByteArray();
      }
      body.write(rest, line + 2, size);
      at = line + 2 + size + 2;
    }
  }

  private static Optional<String> header(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).trim())
        .findFirst();
  }

  private static int indexOf(byte[] bytes, byte[] wanted, int from) {
    for (int i = from; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] whole = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, whole, one.length, other.length);
    return whole;
  }

  private static byte[] compressed(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
