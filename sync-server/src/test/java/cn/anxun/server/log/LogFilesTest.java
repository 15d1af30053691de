package cn.anxun.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.util.FileSize;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class LogFilesTest {
  private static final Logger LOG = LoggerFactory.getLogger("cn.anxun.test");

  @TempDir Path folder;

  private List<String> lines() throws Exception {
    return Files.readAllLines(folder.resolve("anxun.log"));
  }

  @Test
  void line_ofARequest_tellsRouteStatusTimeBytesAndWho_butNoNameAndNoAddress() throws Exception {
    ServerOptions quiet = ServerOptions.inProcess();
    ServerOptions logging =
        new ServerOptions(
            0, quiet.transport(), quiet.rate(), quiet.guesses(), quiet.metricsToken(), true);
    try (LogFiles files = LogFiles.begin(folder);
        RunningServer server = RunningServer.start(logging, Clock.systemUTC())) {
      assertThat(files).isNotNull();
      Enrolment zhang = server.enrol("zhang", Role.INSPECTOR);
      HttpResponse<byte[]> missing =
          server.get("/api/v1/indicators/secret-words/records", zhang.token());
      String id = missing.headers().firstValue("X-Request-Id").orElseThrow();
      assertThat(id).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
      assertThat(RunningServer.json(missing).get("request")).isEqualTo(Json.of(id));
      RunningServer.addAccount(
          server.server(), "li", "李强", Grant.of(RunningServer.BUREAU, Role.OFFICE));
      HttpResponse<String> page =
          new TestBrowser(server.address()).login("li").get("/record/no-such-subject");
      String pageId = page.headers().firstValue("X-Request-Id").orElseThrow();
      assertThat(page.body()).contains("请求编号 " + pageId);
      server.get("/api/v1/entries?cursor=", zhang.token());

      assertThat(lines())
          .anySatisfy(
              line ->
                  assertThat(line)
                      .startsWith("time=20")
                      .contains("request=" + id + " ", " method=GET ")
                      .contains(" route=/api/v1/indicators/{id}/records status=404 ms=")
                      .contains(" bytes=" + missing.body().length + " ")
                      .contains(" account=zhang device=" + zhang.device() + " "))
          .anySatisfy(
              line ->
                  assertThat(line)
                      .contains("request=" + pageId, "route=/record/{subject}", "account=li"))
          .noneMatch(line -> line.contains("secret-words") || line.contains("no-such-subject"))
          .noneMatch(line -> line.contains("李强") || line.contains(zhang.token()));
    }
  }

  @Test
  void files_whenOneIsFull_goOnInTheNext_andALineStaysALine() throws Exception {
    try (LogFiles files = LogFiles.begin(folder, FileSize.valueOf("1KB"))) {
      assertThat(files).isNotNull();
      LOG.info("第一行\n  第二行");
      assertThat(lines()).last().asString().endsWith("msg=第一行 / 第二行");
      for (int i = 0; i < 20; i++) {
        LOG.info("line {}", i);
      }
    }
    LOG.info("behind its end");
    try (Stream<Path> written = Files.list(folder)) {
      assertThat(written.filter(file -> file.toString().endsWith(".log.gz"))).hasSize(1);
    }
    assertThat(lines()).noneMatch(line -> line.contains("behind its end"));
    assertThat(Files.size(folder.resolve("anxun.log"))).isBetween(1L, 1_023L);
  }
}
