package cn.anxun.core.sync.wire.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.Witness;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesJsonTest {

  @Test
  void pushReply_whenReadAfterWriting_isTheSame() throws MalformedMessageException {
    PushReply reply =
        new PushReply(
            List.of(
                new Receipt.Accepted("a", 12, "f00d", false),
                new Receipt.Accepted("b", 3, "beef", true),
                new Receipt.Deferred("c"),
                new Receipt.Held("d"),
                new Receipt.Rejected(
                    "", new EntryProblem(EntryProblem.Code.TOO_LONG, "note", "太长"))),
            Instant.parse("2026-03-01T02:03:04Z"));

    assertThat(PushReplyJson.read(PushReplyJson.write(reply))).isEqualTo(reply);
  }

  @Test
  void pushReply_withTheLastHead_tellsTheFurthestAlone() throws MalformedMessageException {
    Instant time = Instant.parse("2026-03-01T02:03:04Z");
    PushReply reply =
        new PushReply(
            List.of(
                new Receipt.Accepted("a", 12, "f00d", false),
                new Receipt.Held("b"),
                new Receipt.Accepted("c", 13, "cafe", false),
                new Receipt.Accepted("d", 3, "beef", true)),
            time);

    PushReply lean = reply.withLastHead();

    assertThat(lean.receipts())
        .containsExactly(
            new Receipt.Accepted("a", 12, "", false),
            new Receipt.Held("b"),
            new Receipt.Accepted("c", 13, "cafe", false),
            new Receipt.Accepted("d", 3, "", true));
    assertThat(PushReplyJson.read(PushReplyJson.write(lean))).isEqualTo(lean);
  }

  @Test
  void pushReply_whenAReceiptIsOfAFormToCome_leavesItOut() throws MalformedMessageException {
    String body =
        "{\"receipts\":[{\"id\":\"a\",\"delegated\":true},{\"id\":\"b\",\"error\":"
            + "{\"code\":\"later\",\"message\":\"no\"}}],\"serverTime\":\"2026-03-01T02:03:04Z\"}";

    assertThat(PushReplyJson.read(body.getBytes(UTF_8)).receipts())
        .containsExactly(
            new Receipt.Rejected("b", new EntryProblem(EntryProblem.Code.REFUSED, "", "no")));
  }

  @Test
  void enrolment_whenReadAfterWriting_isTheSame() throws MalformedMessageException {
    EnrolmentRequest request = new EnrolmentRequest("7K2M", "phone-1", "李的手机", "K3");
    Enrolment enrolment =
        new Enrolment(
            "secret",
            "li",
            "李",
            Role.GRID_WORKER,
            "",
            "phone-1",
            "K3",
            new Enrolment.Bureau("b1", "某区应急管理局", "430602"),
            Json.members().put("photos", 3).build());

    assertThat(EnrolmentJson.readRequest(EnrolmentJson.write(request))).isEqualTo(request);
    assertThat(EnrolmentJson.readReply(EnrolmentJson.write(enrolment))).isEqualTo(enrolment);
    assertThat(enrolment.toString()).doesNotContain("secret");
  }

  @Test
  void enrolmentRequest_whenAMemberIsMissing_namesIt() {
    assertThatThrownBy(
            () ->
                EnrolmentJson.readRequest(
                    "{\"code\":\"x\",\"device\":{\"id\":\"a\"}}".getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            MalformedMessageException.class, e -> assertThat(e.field()).isEqualTo("device.name"));
  }

  @Test
  void problem_whenReadAfterWriting_isTheSame() throws MalformedMessageException {
    Problem problem = Problem.of(413, "too-large", "太大", "请分批发送。").about("entries");

    assertThat(ProblemJson.read(ProblemJson.write(problem), 413)).isEqualTo(problem);
    assertThat(ProblemJson.read("{}".getBytes(UTF_8), 500).type()).isEqualTo("about:blank");
  }

  @Test
  void witness_whenWritten_isReadAgain() {
    Witness witness = new Witness(42, "0f".repeat(32));

    assertThat(Witness.parse(witness.toString())).contains(witness);
    assertThat(Witness.parse("42:xyz")).isEmpty();
  }

  @Test
  void mediaType_whenWithParameters_matches() {
    assertThat(MediaTypes.matches("Application/vnd.anxun.v1+JSON; charset=utf-8", MediaTypes.V1))
        .isTrue();
    assertThat(MediaTypes.matches("text/html", MediaTypes.V1)).isFalse();
  }
}
