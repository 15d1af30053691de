package cn.anxun.server.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.wire.v1.PullPageJson;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import java.net.http.HttpResponse;
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
    assertThat(page.entries().get(0).written().bytes())
        .isEqualTo(cn.anxun.core.json.JsonText.bytes(entry));
    assertThat(page.more()).isFalse();
  }
}
