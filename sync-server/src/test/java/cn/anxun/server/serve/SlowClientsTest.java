package cn.anxun.server.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.serve.SlowClients.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is waited for, and for how long. */
class SlowClientsTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LOOK = Duration.ofMillis(10);

  private final Server server = new Server();
  private final CountDownLatch opened = new CountDownLatch(1);
  private final CountDownLatch atWork = new CountDownLatch(1);
  private final CountDownLatch work = new CountDownLatch(1);
  private final AtomicInteger read = new AtomicInteger();
  private final List<Socket> open = new ArrayList<>();
  private int port;

  private void start(Patience patience) throws Exception {
    SlowClients slow = new SlowClients(patience, LOOK);
    slow.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            try (InputStream body = Content.Source.asInputStream(request)) {
              byte[] part = new byte[1_000];
              for (int length = body.read(part); length >= 0; length = body.read(part)) {
                read.addAndGet(length);
              }
            } catch (IOException e) {
              callback.succeeded();
              return true;
            }
            if (Request.getPathInContext(request).equals("/work")) {
              atWork.countDown();
              work.await();
            }
            Content.Sink.write(response, true, "done", callback);
            return true;
          }
        });
    server.setHandler(slow);
    ServerConnector connector = new ServerConnector(server);
    connector.addBean(slow, false);
    connector.addBean(
        new Connection.Listener() {
          @Override
          public void onOpened(Connection connection) {
            // After the one before.
            opened.countDown();
          }
        });
    server.addConnector(connector);
    server.start();
    port = connector.getLocalPort();
  }

  @AfterEach
  void stop() throws Exception {
    for (Socket socket : open) {
      socket.close();
    }
    server.stop();
  }

  /** A client that has sent this much. */
  private Socket client(String sent) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(60_000);
    open.add(socket);
    OutputStream out = socket.getOutputStream();
    out.write(sent.getBytes(US_ASCII));
    out.flush();
    return socket;
  }

  private static String post(int length, String body) {
    return "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n" + body;
  }

  private static boolean isAnswered(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readNBytes(12), US_ASCII).equals("HTTP/1.1 200");
  }

  /** Sends a byte now and then until the server has had enough. */
  private static void dribble(Socket socket) throws Exception {
    try {
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < 5_000; i++) {
        out.write('a');
        Thread.sleep(5);
      }
    } catch (IOException e) {
      return;
    }
    throw new AssertionError("never ended");
  }

  @Test
  void head_thatNeverEnds_isEnded_howeverManyBytesCome() throws Exception {
    start(new Patience(100, 100, LONG, SHORT, LONG, 6_000));

    dribble(client("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "));
  }

  @Test
  void body_ofWhichHardlyAnythingComes_isEnded_andOneThatComesIsNot() throws Exception {
    start(new Patience(100, 100, LONG, LONG, SHORT, 6_000));

    dribble(client(post(100_000, "a")));

    Socket steady = client(post(100_000, ""));
    for (int i = 0; i < 10; i++) {
      steady.getOutputStream().write(new byte[10_000]);
      Thread.sleep(20);
    }
    assertThat(isAnswered(steady)).isTrue();
  }

  @Test
  void requests_thatWaitForTheirClients_giveWayWhereTheyAreMany_theSlowestFirst() throws Exception {
    start(new Patience(100, 1, SHORT, LONG, LONG, 6_000));
    Socket quicker = client(post(100_000, "a".repeat(99_999)));
    while (read.get() < 99_999) {
      Thread.sleep(1);
    }
    Socket slower = client(post(100_000, "a"));

    dribble(slower);
    quicker.getOutputStream().write('a');

    assertThat(isAnswered(quicker)).isTrue();
  }

  @Test
  void request_thatIsWorkedAt_isWaitedFor() throws Exception {
    start(new Patience(100, 0, SHORT, SHORT, SHORT, 6_000));
    Socket patient = client("GET /work HTTP/1.1\r\nHost: x\r\n\r\n");

    dribble(client("GET /"));
    dribble(client("GET /"));
    work.countDown();

    assertThat(isAnswered(patient)).isTrue();
  }

  @Test
  void connections_pastTheMost_endTheOneThatIsSilentTheLongest() throws Exception {
    start(new Patience(2, 100, LONG, LONG, LONG, 6_000));
    Socket oldest = client("GET / HT");
    opened.await();
    Socket working = client("GET /work HTTP/1.1\r\nHost: x\r\n\r\n");
    atWork.await();

    Socket newest = client("GET / HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(isAnswered(newest)).isTrue();
    dribble(oldest);
    work.countDown();
    assertThat(isAnswered(working)).isTrue();
  }
}
