package cn.anxun.core.sync.wire.v1;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Messages mean the same after a journey, in any order of their members, with unknown ones too. */
class WirePropertiesTest {
  private static final String CHARACTERS = "ab\"\\/{}[]:, \n\t\u001f\u2028安𠀀é";

  /** Reads a message. */
  private interface Reader<T> {
    T read(byte[] body) throws MalformedMessageException;
  }

  private static String text(Random random) {
    int[] all = CHARACTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.appendCodePoint(all[random.nextInt(all.length)]);
    }
    return text.toString();
  }

  private static <T> void assertSurvives(T message, byte[] written, Reader<T> reader, Random random)
      throws Exception {
    assertThat(reader.read(written)).isEqualTo(message);
    byte[] disturbed = JsonText.bytes(disturbed(JsonText.read(written), random));
    assertThat(reader.read(disturbed))
        .as("%s", new String(disturbed, StandardCharsets.UTF_8))
        .isEqualTo(message);
  }

  /** With members in another order, and one that nobody knows in every object but a policy. */
  private static Json disturbed(Json json, Random random) {
    if (json instanceof Json.Items items) {
      return Json.items(items.values().stream().map(item -> disturbed(item, random)).toList());
    }
    if (!(json instanceof Json.Members members)) {
      return json;
    }
    List<Map.Entry<String, Json>> shuffled = new ArrayList<>(members.values().entrySet());
    Collections.shuffle(shuffled, random);
    Json.MembersBuilder other = Json.members().put("newer-" + random.nextInt(9), Json.NULL);
    shuffled.forEach(
        member ->
            other.put(
                member.getKey(),
                member.getKey().equals("policy")
                    ? member.getValue()
                    : disturbed(member.getValue(), random)));
    return other.put("newest", Json.items(List.of(Json.TRUE))).build();
  }

  @Property(tries = 200)
  void receipts_afterAJourney_areTheSame(@ForAll Random random) throws Exception {
    List<Receipt> receipts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      receipts.add(
          switch (random.nextInt(3)) {
            case 0 ->
                new Receipt.Accepted(
                    text(random),
                    random.nextInt(Integer.MAX_VALUE),
                    "ab".repeat(32),
                    random.nextBoolean());
            case 1 -> new Receipt.Deferred(text(random));
            default -> new Receipt.Held(text(random));
          });
    }
    PushReply reply = new PushReply(receipts, Instant.ofEpochMilli(random.nextInt() * 1000L));
    assertSurvives(reply, PushReplyJson.write(reply), PushReplyJson::read, random);
  }

  @Property(tries = 100)
  void enrolment_afterAJourney_isTheSame(@ForAll Random random) throws Exception {
    EnrolmentRequest request =
        new EnrolmentRequest(text(random), text(random), text(random), text(random));
    assertSurvives(request, EnrolmentJson.write(request), EnrolmentJson::readRequest, random);
    Enrolment enrolment =
        new Enrolment(
            text(random),
            text(random),
            text(random),
            List.of(Role.values()).get(random.nextInt(Role.values().length)),
            text(random),
            text(random),
            text(random),
            new Enrolment.Bureau(text(random), text(random), text(random)),
            Json.members().put("days", random.nextInt(99)).build());
    assertSurvives(enrolment, EnrolmentJson.write(enrolment), EnrolmentJson::readReply, random);
  }

  @Property(tries = 100)
  void hashes_afterAJourney_areTheSame(@ForAll Random random) throws Exception {
    Set<String> hashes = new LinkedHashSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      hashes.add(text(random));
    }
    assertSurvives(
        hashes, KnownFilesJson.writeRequest(hashes), KnownFilesJson::readRequest, random);
  }

  @Property(tries = 300)
  void message_withAByteChanged_isReadOrMalformed(@ForAll Random random) {
    byte[] page =
        ("{\"entries\":[{\"seq\":1,\"author\":\"a\",\"role\":\"office\",\"device\":\"d\",\"at\":"
                + "\"2026-03-01T00:00:00Z\",\"entry\":{\"id\":\"x\"}}],\"cursor\":\"c\","
                + "\"more\":true,\"headSeq\":1,\"head\":\"h\",\"reset\":\"scope\"}")
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      page[random.nextInt(page.length)] = (byte) random.nextInt(256);
    }
    List<Reader<?>> readers =
        List.of(
            PullPageJson::read,
            PushReplyJson::read,
            ServerDigestJson::read,
            PeopleJson::read,
            OfferedAppJson::read,
            NumbersJson::readGrant,
            body -> PushRequestJson.read(body, 10),
            body -> ProblemJson.read(body, 400));
    for (Reader<?> reader : readers) {
      try {
        assertThat(reader.read(page)).isNotNull();
      } catch (MalformedMessageException e) {
        assertThat(e.fault()).isNotNull();
      }
    }
  }
}
