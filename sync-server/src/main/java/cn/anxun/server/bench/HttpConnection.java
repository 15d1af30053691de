package cn.anxun.server.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * One connection that asks and waits, again and again. It is as little as HTTP/1.1 can be done
 * with, since it takes its share of the machine that is measured: a head, a body of known length or
 * in chunks, and nothing else.
 */
final class HttpConnection implements AutoCloseable {
  private static final int STATUS_DIGITS = 3;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private long received;

  HttpConnection(URI server) throws IOException {
    this.socket = new Socket(server.getHost(), server.getPort());
    this.socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    this.out = socket.getOutputStream();
  }

  /**
   * What came back.
   *
   * @param body as it came, compressed or not
   * @param sent the bytes that the request took on the wire
   * @param received the bytes that the answer took
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(int status, boolean gzip, byte[] body, long sent, long received) {}

  /** The bytes of a POST, head and all, that can be sent as often as wanted. */
  static byte[] post(String host, String path, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + body.length);
    bytes.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  /** Sends a whole request and waits for the whole answer. */
  Answer send(byte[] request) throws IOException {
    received = 0;
    out.write(request);
    int status = status(line());
    int length = 0;
    boolean chunked = false;
    boolean gzip = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      String value = header.substring(colon + 1).trim().toLowerCase(Locale.ROOT);
      switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = value.equals("chunked");
        case "content-encoding" -> gzip = value.equals("gzip");
        default -> {
          // Of no use here.
        }
      }
    }
    byte[] body = chunked ? chunks() : exactly(length);
    return new Answer(status, gzip, body, request.length, received);
  }

  /** Of {@code HTTP/1.1 200 OK}. */
  private static int status(String line) {
    int from = line.indexOf(' ') + 1;
    return Integer.parseInt(line.substring(from, from + STATUS_DIGITS));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      body.writeBytes(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the server hung up");
    }
    received += length;
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server hung up");
      }
      received++;
      if (next != '\r') {
        line.append((char) next);
      }
    }
    received++;
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
