package cn.anxun.server.http.v1;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.wire.v1.PullPageJson;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is pushed comes back to everybody who may see it. */
final class PushAndPullTest {
  private RunningServer server;

  @BeforeEach
  void start() {
    server = RunningServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void push_whenTheEntryIsNew_isGivenTheNextSeqAndIsPulledInItsOwnBytes() throws Exception {
    Enrolment zhang = server.enrol("zhang", Role.INSPECTOR);
    Enrolment li = server.enrol("li", Role.INSPECTOR);
    String id = server.id();
    Json entry = RunningServer.drill(id, "2026-03-01").put("later", Json.of("kept")).build();

    HttpResponse<byte[]> pushed = server.push(zhang.token(), entry);
    assertThat(pushed.statusCode()).as(RunningServer.text(pushed)).isEqualTo(200);
    PushReply reply = PushReplyJson.read(pushed.body());
    assertThat(reply.receipts()).hasSize(1);
    Receipt.Accepted receipt = (Receipt.Accepted) reply.receipts().get(0);
    assertThat(receipt.seq()).isEqualTo(1);

    HttpResponse<byte[]> pulled = server.get("/api/v1/entries?limit=10", li.token());
    assertThat(pulled.statusCode()).as(RunningServer.text(pulled)).isEqualTo(200);
    PullPage page = PullPageJson.read(pulled.body());
    assertThat(page.entries()).hasSize(1);
    assertThat(page.head()).isEqualTo(receipt.head());
    assertThat(page.entries().get(0).stamp().author()).isEqualTo("zhang");
    assertThat(page.entries().get(0).stamp().device()).isEqualTo(zhang.device());
    assertThat(page.entries().get(0).written().bytes()).isEqualTo(JsonText.bytes(entry));
    assertThat(page.more()).isFalse();
  }

  @Test
  void pull_ofLargeEntries_endsEachPageInTime_andPassesOverNone() throws Exception {
    Enrolment zhang = server.enrol("zhang", Role.INSPECTOR);
    Json large = Json.of("安".repeat(20_000));
    List<String> pushed = new ArrayList<>();
    for (int push = 0; push < 10; push++) {
      List<Json> entries = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        pushed.add(server.id());
        entries.add(
            RunningServer.drill(pushed.get(pushed.size() - 1), "2026-03-01")
                .put("later", large)
                .build());
      }
      assertThat(server.push(zhang.token(), entries.toArray(new Json[0])).statusCode())
          .isEqualTo(200);
    }

    List<Integer> sizes = new ArrayList<>();
    List<String> pulled = new ArrayList<>();
    PullPage page = null;
    while (page == null || page.more()) {
      String cursor = page == null ? "" : page.cursor();
      String query = "/api/v1/entries?limit=500&cursor=" + cursor;
      page = PullPageJson.read(server.get(query, zhang.token()).body());
      page.entries().forEach(entry -> pulled.add(entry.id()));
      sizes.add(page.entries().size());
    }

    assertThat(pulled).isEqualTo(pushed);
    assertThat(sizes).containsExactly(70, 30);
  }

  @Test
  void push_tellsEachHead_unlessTheLastAloneIsAskedFor() throws Exception {
    Enrolment zhang = server.enrol("zhang", Role.INSPECTOR);
    Json first = RunningServer.drill(server.id(), "2026-03-01").build();
    Json second = RunningServer.drill(server.id(), "2026-03-02").build();

    Json push = Json.members().put("entries", Json.items(List.of(first, second))).build();

    HttpResponse<byte[]> all = server.post("/api/v1/entries", zhang.token(), JsonText.bytes(push));
    HttpResponse<byte[]> last =
        server.post("/api/v1/entries?heads=last", zhang.token(), JsonText.bytes(push));

    PushReply told = PushReplyJson.read(all.body());
    assertThat(told.receipts()).allMatch(receipt -> head(receipt).length() == 64);
    assertThat(PushReplyJson.read(last.body()).receipts())
        .isEqualTo(told.withLastHead().receipts());
  }

  @Test
  void push_whenRefusedBeforeItsBodyCame_saysThatTheConnectionEnds() throws Exception {
    URI address = server.address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String request =
          "POST /api/v1/entries HTTP/1.1\r\nHost: "
              + address.getAuthority()
              + "\r\n"
              + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));

      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 401").contains("Connection: close", "no-token");
    }
  }

  private static String head(Receipt receipt) {
    return ((Receipt.Accepted) receipt).head();
  }
}
