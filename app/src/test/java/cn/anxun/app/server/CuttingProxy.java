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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between a phone and a server and passes on what comes as it comes, until so many bytes
 * have come from the phone: there it breaks the connection, in the midst of whatever is sent. All
 * that came before has reached the server. Told the same seed, it breaks at the same bytes.
 */
public final class CuttingProxy implements AutoCloseable {
  /** Small, so that little is under way that nobody gets where a connection breaks. */
  private static final int AT_ONCE = 2048;

  private static final Pattern PATCH =
      Pattern.compile("^PATCH .*?^Upload-Offset: (\\d+)", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern LENGTH =
      Pattern.compile("^Content-Length: (\\d+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final int server;
  private final ServerSocket listening;
  private final Deque<Long> cutAt = new ArrayDeque<>();
  private long received;
  private int cuts;
  private int resumed;
  private boolean justCut;

  /**
   * @param server the port on this machine
   */
  public CuttingProxy(int server) throws IOException {
    this.server = server;
    listening = new ServerSocket();
    listening.setReceiveBufferSize(AT_ONCE);
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    start(this::accept);
  }

  public String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /**
   * Breaks so many times, at bytes drawn from the seed, one in each part of what is to come.
   *
   * @param bytes that will come from the phone, at the least
   */
  public synchronized void cut(int times, long bytes, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < times; i++) {
      cutAt.add(received + (long) ((i + random.nextDouble()) * bytes / times));
    }
  }

  /** Bytes that came from the phone, heads of requests among them. */
  public synchronized long received() {
    return received;
  }

  /** How often it has broken. */
  public synchronized int cuts() {
    return cuts;
  }

  /** After how many of these the next bytes of a file were not its first. */
  public synchronized int resumed() {
    return resumed;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket phone = listening.accept();
        start(() -> serve(phone));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket phone) {
    try (phone;
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
      start(() -> answers(behind, phone));
      requests(phone.getInputStream(), behind.getOutputStream());
    } catch (IOException e) {
      // One side hung up, which is what this is for.
    }
  }

  private static void answers(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.close();
    } catch (IOException e) {
      // Broken meanwhile.
    }
  }

  private void requests(InputStream phone, OutputStream behind) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    byte[] part = new byte[AT_ONCE];
    long body = 0;
    while (true) {
      int most = body > 0 ? (int) Math.min(part.length, body) : 1;
      int count = phone.read(part, 0, most);
      if (count < 0 || !passOn(part, count, behind)) {
        return;
      }
      if (body > 0) {
        body -= count;
      } else {
        head.write(part, 0, count);
        String text = head.toString(StandardCharsets.ISO_8859_1);
        if (text.endsWith("\r\n\r\n")) {
          head.reset();
          body = begun(text);
        }
      }
    }
  }

  /** Notes the request that begins so, and tells how long its body is. */
  private synchronized long begun(String head) {
    Matcher patch = PATCH.matcher(head);
    if (patch.find()) {
      if (justCut && Long.parseLong(patch.group(1)) > 0) {
        resumed++;
      }
      justCut = false;
    }
    Matcher length = LENGTH.matcher(head);
    return length.find() ? Long.parseLong(length.group(1)) : 0;
  }

  /** False where the connection breaks in the midst of these bytes. */
  private boolean passOn(byte[] part, int count, OutputStream behind) throws IOException {
    int passed = count;
    synchronized (this) {
      Long next = cutAt.peek();
      if (next != null && received + count > next) {
        passed = (int) Math.max(0, next - received);
        while (next != null && received + count > next) {
          cutAt.poll();
          next = cutAt.peek();
        }
        cuts++;
        justCut = true;
      }
      received += count;
    }
    behind.write(part, 0, passed);
    behind.flush();
    return passed == count;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "cutting proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
