package cn.anxun.core.sync.wire.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.People;
import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.ServerDigest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One message of each form, as it stands on the wire; a stranger's client is written from these.
 * They never change in v1.
 */
class GoldenMessagesTest {

  @Test
  void pushRequest_whenGolden_isReadAndWrittenAlike() throws Exception {
    byte[] golden = golden("push-request");

    List<WrittenEntry> entries = new ArrayList<>();
    for (byte[] bytes : PushRequestJson.read(golden, PushRequestJson.MAX_ENTRIES)) {
      entries.add(EntryJson.read(bytes));
    }

    assertThat(entries)
        .extracting(entry -> entry.entry().kind().name())
        .containsExactly("DrillHeld", "Rectified");
    assertSame(PushRequestJson.write(entries), golden);
  }

  @Test
  void pushReply_whenGolden_isReadAndWrittenAlike() throws Exception {
    byte[] golden = golden("push-reply");

    PushReply reply = PushReplyJson.read(golden);

    assertThat(reply.receipts())
        .extracting(receipt -> receipt.getClass().getSimpleName())
        .containsExactly("Accepted", "Accepted", "Deferred", "Held", "Rejected", "Rejected");
    assertThat(((Receipt.Accepted) reply.receipts().get(1)).differs()).isTrue();
    assertSame(PushReplyJson.write(reply), golden);
  }

  @Test
  void pushReply_whenGoldenWithTheLastHead_isReadAndWrittenAlike() throws Exception {
    byte[] golden = golden("push-reply-last-head");

    assertThat(PushReplyJson.read(golden))
        .isEqualTo(PushReplyJson.read(golden("push-reply")).withLastHead());
    assertSame(PushReplyJson.write(PushReplyJson.read(golden)), golden);
  }

  @Test
  void digest_whenGolden_isReadAndWrittenAlike() throws Exception {
    byte[] golden = golden("digest");
    ServerDigest digest = ServerDigestJson.read(golden);
    assertThat(digest.seq()).isEqualTo(2400);
    assertThat(digest.count()).isEqualTo(2399);
    assertSame(ServerDigestJson.write(digest), golden);

    byte[] outdated = golden("digest-reset");
    assertThat(ServerDigestJson.read(outdated))
        .isEqualTo(ServerDigest.outdated(PullPage.Reset.EPOCH));
    assertSame(ServerDigestJson.write(ServerDigest.outdated(PullPage.Reset.EPOCH)), outdated);
  }

  @Test
  void pullPage_whenGolden_isReadAndWrittenAlike() throws Exception {
    byte[] golden = golden("pull-page");

    PullPage page = PullPageJson.read(golden);

    assertThat(page.entries().get(0).entry()).isInstanceOf(HazardFound.class);
    assertThat(page.entries().get(1).entry()).isInstanceOf(UnknownEntry.class);
    assertThat(page.reset()).isEqualTo(PullPage.Reset.NONE);
    assertSame(PullPageJson.write(page), golden);
  }

  @Test
  void pullPage_whenGoldenReset_isReadAndWrittenAlike() throws Exception {
    byte[] golden = golden("pull-page-reset");

    PullPage page = PullPageJson.read(golden);

    assertThat(page.reset()).isEqualTo(PullPage.Reset.EPOCH);
    assertSame(PullPageJson.write(page), golden);
  }

  @Test
  void enrolmentRequest_whenGolden_isReadAndWrittenAlike() throws Exception {
    byte[] golden = golden("enrolment-request");

    EnrolmentRequest request = EnrolmentJson.readRequest(golden);

    assertThat(request.letters()).isEqualTo("K3");
    assertSame(EnrolmentJson.write(request), golden);
  }

  @Test
  void enrolment_whenGolden_isReadAndWrittenAlike() throws Exception {
    byte[] golden = golden("enrolment");

    Enrolment enrolment = EnrolmentJson.readReply(golden);

    assertThat(enrolment.bureau().division()).isEqualTo("430602");
    assertSame(EnrolmentJson.write(enrolment), golden);
  }

  @Test
  void problem_whenGolden_isReadAndWrittenAlike() throws Exception {
    byte[] golden = golden("problem");

    Problem problem = ProblemJson.read(golden, 413);

    assertThat(problem.field()).isEqualTo("entries");
    assertSame(ProblemJson.write(problem), golden);
  }

  @Test
  void people_whenGolden_isReadAndWrittenAlike() throws Exception {
    byte[] golden = golden("people");

    People people = PeopleJson.read(golden);

    assertThat(people.find("wang.wu")).hasValue("王五");
    assertThat(people.find("nobody")).isEmpty();
    assertSame(PeopleJson.write(people), golden);
  }

  private static void assertSame(byte[] written, byte[] golden) {
    assertThat(new String(written, UTF_8)).isEqualTo(new String(golden, UTF_8));
  }

  private static byte[] golden(String message) throws IOException {
    String name = "/golden/messages/" + message + ".json";
    try (InputStream in = GoldenMessagesTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
