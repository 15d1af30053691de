package cn.anxun.server.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.BackOff;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.core.sync.LedgerCheck;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.ServerDigest;
import cn.anxun.core.sync.SyncEngine;
import cn.anxun.core.sync.wire.v1.PullPageJson;
import cn.anxun.core.sync.wire.v1.ServerDigestJson;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.HttpRemoteLedger;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 核对: the digest covers what the account may see up to the cursor, and nothing else. */
final class DigestTest {
  private RunningServer server;
  private Enrolment office;
  private Enrolment wang;

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start();
    office = server.enrol("office", Role.OFFICE);
    wang = server.enrol("wang", Role.GRID_WORKER);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void drills(int count, String division) throws Exception {
    for (int i = 0; i < count; i++) {
      Json drill =
          RunningServer.drill(server.id(), "2026-03-01")
              .put("public", Json.members().put("division", division).build())
              .build();
      assertThat(server.push(office.token(), drill).statusCode()).isEqualTo(200);
    }
  }

  private PullPage pull(Enrolment who, String query) throws Exception {
    return PullPageJson.read(server.get("/api/v1/entries" + query, who.token()).body());
  }

  private HttpResponse<byte[]> ask(Enrolment who, String cursor) throws Exception {
    return server.get("/api/v1/digest?cursor=" + cursor, who.token());
  }

  private ServerDigest digest(Enrolment who, String cursor) throws Exception {
    return ServerDigestJson.read(ask(who, cursor).body());
  }

  private LedgerCheck.Result compare(Enrolment who) {
    InMemoryPhoneStore store = new InMemoryPhoneStore();
    HttpRemoteLedger remote =
        new HttpRemoteLedger(HttpNetwork.to(server.address()), who.token(), Clock.systemUTC());
    new SyncEngine(store, remote, Clock.systemUTC(), new BackOff(new Random(1))).sync();
    return new LedgerCheck(store, remote).compare(taken -> {});
  }

  @Test
  void digest_ofStaffAndOfAGridWorker_isThatOfWhatEachPulls() throws Exception {
    drills(3, "510303001002");
    drills(2, "510303002001");

    assertThat(compare(office)).isEqualTo(new LedgerCheck.Result.Same(5));
    assertThat(compare(wang)).isEqualTo(new LedgerCheck.Result.Same(3));
  }

  @Test
  void digest_atACursorInTheMidst_endsThere() throws Exception {
    drills(2, "510303001");
    String midst = pull(office, "?limit=1").cursor();
    ServerDigest before = digest(office, midst);
    drills(1, "510303001");

    assertThat(before.seq()).isEqualTo(1);
    assertThat(before.count()).isEqualTo(1);
    assertThat(digest(office, midst)).isEqualTo(before);
    assertThat(digest(office, pull(office, "").cursor()).count()).isEqualTo(3);
  }

  @Test
  void digest_afterARedaction_isTheSameAtTheOldCursor() throws Exception {
    String id = server.id();
    Json drill =
        RunningServer.drill(id, "2026-03-01")
            .put("personal", Json.members().put("attendee", "张某某").build())
            .build();
    server.push(office.token(), drill);
    String cursor = pull(office, "").cursor();
    ServerDigest before = digest(office, cursor);
    Json redaction =
        RunningServer.drill(server.id(), "2026-03-02")
            .put("kind", "Redacted")
            .put("subject", id)
            .put("public", Json.members().put("target", id).put("reason", "本人要求").build())
            .build();
    server.push(office.token(), redaction);

    List<LedgerEntry> entries = pull(office, "").entries();
    assertThat(EntryJson.read(entries.get(0).written().bytes())).isNotNull();
    assertThat(JsonText.write(JsonText.read(entries.get(0).written().bytes())))
        .doesNotContain("张某某");
    assertThat(digest(office, cursor)).isEqualTo(before);
  }

  @Test
  void digest_withoutACursor_isRefusedByName() throws Exception {
    for (String path : List.of("/api/v1/digest", "/api/v1/digest?cursor=")) {
      HttpResponse<byte[]> response = server.get(path, office.token());
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(RunningServer.text(response))
          .contains("\"code\":\"missing\"")
          .contains("\"field\":\"cursor\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, same, SCOPE", "99, same, SCOPE", "1, other, EPOCH", "99, other, EPOCH"})
  void digest_atACursorThatDoesNotFit_tellsToStartAnew(long seq, String epoch, PullPage.Reset reset)
      throws Exception {
    drills(2, "510303001");
    PullCursor good = PullCursor.parse(pull(office, "").cursor()).orElseThrow();
    String at = epoch.equals("same") ? good.epoch() : "another";

    assertThat(digest(office, new PullCursor(at, good.scope(), seq).toString()))
        .isEqualTo(ServerDigest.outdated(reset));
  }

  @Test
  void digest_atACursorOfNoSenseOrOfAnotherAccount_tellsToStartAnew() throws Exception {
    drills(2, "510303001");
    assertThat(digest(office, "bm9uc2Vuc2U").reset()).isEqualTo(PullPage.Reset.SCOPE);
    assertThat(digest(wang, pull(office, "").cursor()).reset()).isEqualTo(PullPage.Reset.SCOPE);
  }

  @Test
  void digest_withoutAToken_isRefused() throws Exception {
    assertThat(server.get("/api/v1/digest?cursor=x", "").statusCode()).isEqualTo(401);
    assertThat(server.get("/api/v1/digest?cursor=x", "wrong").statusCode()).isEqualTo(401);
  }
}
