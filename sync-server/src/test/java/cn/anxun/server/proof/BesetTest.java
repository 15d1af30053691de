package cn.anxun.server.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.Phone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that hold connections and threads and give nothing, while a phone syncs and a page opens.
 * With {@code -Dproof} it is also waited until the server has ended all of them.
 */
class BesetTest {
  private static final int IDLE = 1_000;
  private static final int SLOW_HEADS = 200;
  private static final int SLOW_BODIES = 300;
  private static final int PIPELINES = 4;
  private static final int PIPELINED = 2_500;
  private static final long DRIBBLE_SECONDS = 2;

  @TempDir Path folder;

  private final List<Socket> held = new ArrayList<>();
  private final List<Socket> dribbling = new ArrayList<>();
  private final ExecutorService background = Executors.newCachedThreadPool();

  @AfterEach
  void letGo() throws IOException {
    background.shutdownNow();
    for (Socket socket : held) {
      socket.close();
    }
  }

  @Test
  @Timeout(600)
  void serve_whenBesetByClientsThatGiveNothing_answersPhonesAndPages() throws Exception {
    Path data = folder.resolve("data");
    ProofBureau bureau = ProofBureau.make(data, 1);
    Path log = folder.resolve("server.log");
    int port = ServedProcess.freePort();
    try (ServedProcess server = ServedProcess.start(data, port, log, ServedProcess.SMALL)) {
      server.awaitWell();
      Enrolment enrolment = bureau.enrol(server.address());
      beset(port);
      long before = System.nanoTime();
      List<Future<Integer>> pipelines = new ArrayList<>();
      for (int i = 0; i < PIPELINES; i++) {
        pipelines.add(background.submit(() -> pipeline(port)));
      }

      Duration sync = time(() -> sync(enrolment, server));
      Duration page = time(() -> openPages(server));
      int answered = 0;
      for (Future<Integer> pipeline : pipelines) {
        answered += pipeline.get();
      }
      Duration all = Duration.ofNanos(System.nanoTime() - before);

      assertThat(answered).isEqualTo(PIPELINES * PIPELINED);
      System.out.printf(
          "beset by %d idle connections, %d slow heads, %d slow bodies: %d pipelined requests in"
              + " %d ms, a sync of 20 entries %d ms, login and overview %d ms%n",
          IDLE,
          SLOW_HEADS,
          SLOW_BODIES,
          answered,
          all.toMillis(),
          sync.toMillis(),
          page.toMillis());
      if (System.getProperty("proof") != null) {
        System.out.printf("all of them ended after %d ms%n", time(this::awaitEnds).toMillis());
      }
      assertThat(server.process().isAlive()).as(Files.readString(log)).isTrue();
    }
  }

  private void beset(int port) throws IOException {
    for (int i = 0; i < IDLE; i++) {
      hold(port, "");
    }
    for (int i = 0; i < SLOW_HEADS; i++) {
      dribbling.add(hold(port, "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nX-Slow: "));
    }
    String head =
        "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 10000\r\n\r\n{";
    for (int i = 0; i < SLOW_BODIES; i++) {
      dribbling.add(hold(port, head));
    }
    Future<Void> unused = background.submit(this::dribble);
  }

  private Socket hold(int port, String sent) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    held.add(socket);
    OutputStream out = socket.getOutputStream();
    out.write(sent.getBytes(US_ASCII));
    out.flush();
    return socket;
  }

  private Void dribble() throws InterruptedException {
    while (true) {
      for (Socket socket : dribbling) {
        try {
          socket.getOutputStream().write('a');
        } catch (IOException e) {
          // The server has had enough of this one.
        }
      }
      TimeUnit.SECONDS.sleep(DRIBBLE_SECONDS);
    }
  }

  /** Sends all requests before it reads an answer; returns how many answers there were. */
  private static int pipeline(int port) throws IOException {
    String request = "GET /api/v1/app HTTP/1.1\r\nHost: x\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Thread sender =
          new Thread(
              () -> {
                try {
                  OutputStream out = socket.getOutputStream();
                  out.write(request.repeat(PIPELINED - 1).getBytes(US_ASCII));
                  out.write(
                      request
                          .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
                          .getBytes(US_ASCII));
                } catch (IOException e) {
                  // Fewer answers will say so.
                }
              });
      sender.start();
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      int answers = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        answers += line.contains("HTTP/1.1 404") ? 1 : 0;
      }
      return answers;
    }
  }

  private static void sync(Enrolment enrolment, ServedProcess server) {
    InMemoryPhoneStore store = new InMemoryPhoneStore();
    Phone phone =
        new Phone(
            enrolment, store, HttpNetwork.to(server.address()), Clock.systemUTC(), new Random(1));
    FieldEntries entries = new FieldEntries(enrolment, new Random(2));
    for (int i = 0; i < 20; i++) {
      WrittenEntry entry = entries.next();
      store.save(
          entry,
          Stamp.unsent(
              enrolment.account(),
              enrolment.role(),
              enrolment.device(),
              Clock.systemUTC().instant()));
    }
    assertThat(phone.sync()).isInstanceOf(SyncOutcome.Done.class);
    assertThat(store.counts().accepted()).isEqualTo(20);
  }

  private static void openPages(ServedProcess server) throws Exception {
    TestBrowser browser = new TestBrowser(server.address()).login(ProofBureau.ADMINISTRATOR);
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
  }

  private void awaitEnds() throws IOException {
    for (Socket socket : held) {
      boolean ended = false;
      while (!ended) {
        socket.setSoTimeout(10_000);
        try {
          ended = socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
          // Still open.
        } catch (IOException e) {
          ended = true;
        }
      }
    }
  }

  /** Something to be timed. */
  private interface Work {
    void run() throws Exception;
  }

  private static Duration time(Work work) throws Exception {
    long before = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - before);
  }
}
