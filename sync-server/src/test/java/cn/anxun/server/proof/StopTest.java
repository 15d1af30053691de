package cn.anxun.server.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.Main;
import cn.anxun.server.serve.Serving;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server that is asked to end while it answers somebody. */
final class StopTest {
  private static final long SECONDS = 60;

  @TempDir Path folder;

  private ServedProcess serve(Path data, String... more) throws Exception {
    ServedProcess server =
        ServedProcess.start(
            data,
            ServedProcess.freePort(),
            folder.resolve("log.txt"),
            List.of("-XX:+UseSerialGC", "-Xmx128m", "-XX:TieredStopAtLevel=1"),
            more);
    server.awaitWell();
    return server;
  }

  @Test
  void sigterm_whileARequestIsUnderWay_answersIt_takesNoOther_andEndsWithZero() throws Exception {
    Path data = folder.resolve("data");
    try (ServedProcess server = serve(data);
        Socket slow = connect(server.address())) {
      byte[] body = "{\"account\":\"a\",\"password\":\"b\"}".getBytes(UTF_8);
      String head =
          "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Content-Length: "
              + body.length
              + "\r\n\r\n";
      slow.getOutputStream().write(head.getBytes(US_ASCII));
      slow.getOutputStream().write(body, 0, 5);
      slow.getOutputStream().flush();
      awaitStarted(server.address());

      server.process().destroy();
      awaitNoListener(server.address());
      assertThat(server.process().isAlive()).as("it waits for what is under way").isTrue();
      slow.getOutputStream().write(body, 5, body.length - 5);
      slow.getOutputStream().flush();
      slow.setSoTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS));
      assertThat(new String(slow.getInputStream().readNBytes(12), US_ASCII))
          .isEqualTo("HTTP/1.1 401");

      assertThat(server.process().waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(server.process().exitValue()).isZero();
    }
    try (Stream<Path> files = Files.walk(data)) {
      assertThat(files)
          .as("all is in the databases themselves")
          .noneMatch(file -> file.toString().endsWith("-wal"))
          .noneMatch(file -> file.toString().endsWith(".sock"));
    }
    DataDirectory.open(data, "test").close();
    assertThat(Files.readString(data.resolve("logs/anxun.log")))
        .contains("msg=the server runs", "msg=the server has stopped")
        .containsPattern(
            "request=[0-9A-Z]{4}-[0-9A-Z]{4} method=POST route=/api/v1/sessions"
                + " status=401 ms=\\d+ bytes=\\d{2,} ");
  }

  @Test
  void serve_tellsTheAddressItWasTold_andTheStopCommandEndsIt_orSaysThatNoneRuns()
      throws Exception {
    Path data = folder.resolve("data");
    URI told = URI.create("https://anxun.example.gov.cn");
    try (ServedProcess server = serve(data, "--address", told.toString())) {
      assertThat(Serving.find(data).flatMap(Serving::phones)).contains(told);
      assertThat(server.firstLine()).contains(told.toString());
      assertThat(stop(data)).startsWith("0 已停止");
      assertThat(server.process().waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(server.process().exitValue()).isZero();
    }
    assertThat(stop(data)).startsWith("0").contains("没有服务器在运行");
  }

  private static String stop(Path data) {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out, true);
    int exit =
        Main.run(
            List.of("stop", "--data", data.toString()), Map.of("LANG", "zh_CN"), printer, printer);
    return exit + " " + out;
  }

  private static Socket connect(URI address) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), address.getPort());
  }

  /** Each question about the counts is itself a request that was started; so was /healthz. */
  private static void awaitStarted(URI address) throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest counts = HttpRequest.newBuilder(address.resolve("/metrics")).build();
    for (int polls = 1; ; polls++) {
      String text = http.send(counts, BodyHandlers.ofString()).body();
      if (text.contains("anxun_requests_started_total " + (polls + 2))) {
        return;
      }
      assertThat(polls).isLessThan(2_000);
      Thread.sleep(10);
    }
  }

  private static void awaitNoListener(URI address) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (System.nanoTime() < until) {
      try (Socket another = connect(address)) {
        assertThat(another.isConnected()).isTrue();
        Thread.sleep(20);
      } catch (IOException e) {
        return;
      }
    }
    throw new AssertionError("it still takes connections");
  }
}
