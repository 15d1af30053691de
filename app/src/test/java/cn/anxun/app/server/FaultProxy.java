package cn.anxun.app.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a phone and a server over plain HTTP and does what networks do, request by
 * request, in the order that was told: {@code proxy.next(Fault.REPLY_LOST)}. With nothing told it
 * passes everything on. Each connection carries one request.
 */
public final class FaultProxy implements AutoCloseable {

  /** What becomes of one request. */
  public enum Fault {
    /** Passed on, and its reply back. */
    NONE,
    /** The server does it; its reply never comes back. */
    REPLY_LOST,
    /** The server does it; its reply is held back until {@link #release}, or for ever. */
    REPLY_HELD,
    /** The server does it; half of the reply comes back. */
    REPLY_CUT,
    /** Half of the request reaches the server. */
    REQUEST_CUT,
    /** Half of the request reaches the server, the rest not until {@link #release}, and no more. */
    REQUEST_HELD,
    /** The server is not asked: 500 in the API's own words. */
    FAILED,
    /** The server is not asked: a captive portal's page. */
    PORTAL
  }

  private static final byte[] FAILURE =
      reply(
          "500 Internal Server Error",
          "application/problem+json",
          "{\"title\":\"Internal\",\"status\":500,\"code\":\"internal\",\"detail\":\"出错\"}");
  private static final byte[] PORTAL_PAGE =
      reply("200 OK", "text/html; charset=utf-8", "<html>请登录无线网络</html>");

  private final int server;
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final Map<String, Queue<Fault>> faultsOf = new ConcurrentHashMap<>();
  private final Queue<String> heads = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger held = new AtomicInteger();
  private volatile CountDownLatch released = new CountDownLatch(1);
  private volatile Fault otherwise = Fault.NONE;
  private volatile ServerSocket listening;

  /**
   * @param server the port on this machine
   */
  public FaultProxy(int server) throws IOException {
    this.server = server;
    this.listening = listen(0);
  }

  private ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Thread accepting = new Thread(() -> accept(socket), "fault proxy");
    accepting.setDaemon(true);
    accepting.start();
    return socket;
  }

  /** No connection is made any more, as where there is no signal. */
  public void unplug() throws IOException {
    listening.close();
  }

  /** At the same address again. */
  public void plug() throws IOException {
    listening = listen(listening.getLocalPort());
  }

  public String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /** What becomes of the next requests, one each. */
  public void next(Fault... each) {
    faults.addAll(Arrays.asList(each));
  }

  /** What becomes of the next requests of this method, one each, before anything else told. */
  public void nextOf(String method, Fault... each) {
    faultsOf
        .computeIfAbsent(method, any -> new ConcurrentLinkedQueue<>())
        .addAll(Arrays.asList(each));
  }

  /** What becomes of every request for which nothing else was told. */
  public void always(Fault fault) {
    otherwise = fault;
  }

  /** How many requests came. */
  public int requests() {
    return requests.get();
  }

  /** The first lines and headers of all requests of this method that came, in their order. */
  public List<String> heads(String method) {
    return heads.stream().filter(head -> head.startsWith(method + ' ')).toList();
  }

  /** How many requests or replies are or were held back. */
  public int held() {
    return held.get();
  }

  /** Lets go of what is held back. */
  public void release() {
    CountDownLatch held = released;
    released = new CountDownLatch(1);
    held.countDown();
  }

  @Override
  public void close() throws IOException {
    release();
    listening.close();
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket phone = socket.accept();
        Thread serving = new Thread(() -> serve(phone), "fault proxy request");
        serving.setDaemon(true);
        serving.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket phone) {
    try (phone) {
      byte[] request = message(phone.getInputStream());
      if (request.length == 0) {
        return;
      }
      requests.incrementAndGet();
      Fault told = told(new String(request, 0, bodyStart(request), StandardCharsets.ISO_8859_1));
      answer(phone.getOutputStream(), request, told == null ? otherwise : told);
    } catch (IOException e) {
      // One side hung up, which is what this is for.
    }
  }

  private @Nullable Fault told(String head) {
    heads.add(head);
    Queue<Fault> own = faultsOf.get(head.substring(0, head.indexOf(' ')));
    Fault told = own == null ? null : own.poll();
    return told == null ? faults.poll() : told;
  }

  private void answer(OutputStream phone, byte[] request, Fault fault) throws IOException {
    switch (fault) {
      case NONE -> phone.write(passOn(request, request.length));
      case REPLY_LOST -> passOn(request, request.length);
      case REPLY_HELD -> {
        byte[] reply = passOn(request, request.length);
        hold();
        phone.write(reply);
      }
      case REQUEST_HELD -> {
        int body = bodyStart(request);
        try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
          behind.getOutputStream().write(closing(request, body + (request.length - body) / 2));
          hold();
        }
      }
      case REPLY_CUT -> {
        byte[] reply = passOn(request, request.length);
        int body = bodyStart(reply);
        phone.write(reply, 0, body + (reply.length - body) / 2);
      }
      case REQUEST_CUT -> {
        int body = bodyStart(request);
        passOn(request, body + (request.length - body) / 2);
      }
      case FAILED -> phone.write(FAILURE);
      case PORTAL -> phone.write(PORTAL_PAGE);
    }
    phone.flush();
  }

  private void hold() {
    CountDownLatch until = released;
    held.incrementAndGet();
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] passOn(byte[] request, int length) throws IOException {
    try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
      OutputStream out = behind.getOutputStream();
      out.write(closing(request, length));
      out.flush();
      if (length < request.length) {
        return new byte[0];
      }
      return behind.getInputStream().readAllBytes();
    }
  }

  /** The same request, asking the server to hang up when it has answered. */
  private static byte[] closing(byte[] request, int length) {
    int lines = indexOf(request, "\r\n", 0) + 2;
    ByteArrayOutputStream closing = new ByteArrayOutputStream();
    closing.write(request, 0, lines);
    closing.writeBytes("Connection: close\r\n".getBytes(StandardCharsets.US_ASCII));
    String rest = new String(request, lines, length - lines, StandardCharsets.ISO_8859_1);
    closing.writeBytes(
        rest.replaceFirst("(?i)Connection: keep-alive\r\n", "")
            .getBytes(StandardCharsets.ISO_8859_1));
    return closing.toByteArray();
  }

  /** One whole HTTP/1.1 request with a Content-Length, or as much as came. */
  private static byte[] message(InputStream in) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      message.write(next);
      if (next == '\n' && indexOf(message.toByteArray(), "\r\n\r\n", 0) >= 0) {
        message.write(in.readNBytes(contentLength(message.toByteArray())));
        break;
      }
    }
    return message.toByteArray();
  }

  private static int contentLength(byte[] head) {
    for (String line : new String(head, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        return Integer.parseInt(line.substring(15).trim());
      }
    }
    return 0;
  }

  private static int bodyStart(byte[] message) {
    int end = indexOf(message, "\r\n\r\n", 0);
    return end < 0 ? message.length : end + 4;
  }

  private static int indexOf(byte[] bytes, String text, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
  }

  private static byte[] reply(String status, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    reply.writeBytes(
        ("HTTP/1.1 "
                + status
                + "\r\nContent-Type: "
                + type
                + "\r\nConnection: close\r\nContent-Length: "
                + bytes.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    reply.writeBytes(bytes);
    return reply.toByteArray();
  }
}
