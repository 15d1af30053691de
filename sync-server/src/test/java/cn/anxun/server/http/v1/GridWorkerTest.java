package cn.anxun.server.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.wire.v1.PullPageJson;
import cn.anxun.server.auth.Grant;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A grid worker gets whole subjects of the own division, and nothing else of the bureau. */
final class GridWorkerTest {
  private RunningServer server;
  private Enrolment office;
  private Enrolment wang;

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start();
    office = server.enrol("office", Role.OFFICE);
    wang =
        server.enrol("wang", new Grant(RunningServer.BUREAU, Role.GRID_WORKER, "", "510303001", 1));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String push(Enrolment who, Json.MembersBuilder entry) throws Exception {
    Json.Members json = entry.build();
    HttpResponse<byte[]> pushed = server.push(who.token(), json);
    assertThat(RunningServer.text(pushed)).contains("\"seq\"");
    return ((Json.Text) json.get("id")).value();
  }

  private String drill(Enrolment who, String division) throws Exception {
    return push(
        who,
        RunningServer.drill(server.id(), "2026-03-01")
            .put("public", Json.members().put("division", division).build()));
  }

  private String step(Enrolment who, String subject) throws Exception {
    return push(
        who,
        RunningServer.drill(server.id(), "2026-03-02")
            .put("kind", "Attached")
            .put("subject", subject)
            .put("public", Json.members().put("note", "补充").build()));
  }

  private String corrected(Enrolment who, String subject, String division) throws Exception {
    return push(
        who,
        RunningServer.drill(server.id(), "2026-03-03")
            .put("kind", "Corrected")
            .put("subject", subject)
            .put(
                "public",
                Json.members()
                    .put("target", subject)
                    .put("field", "division")
                    .put("new", division)
                    .build()));
  }

  private String document(String subject, String kind) throws Exception {
    Json.MembersBuilder fields = Json.members().put("document", Json.members().build());
    fields = kind.equals("BudgetSet") ? fields.put("year", 2026).put("form", "f") : fields;
    return push(
        office,
        RunningServer.drill(server.id(), "2026-03-01")
            .put("kind", kind)
            .put("subject", subject)
            .put("public", fields.build()));
  }

  private PullPage pull(String cursor) throws Exception {
    return PullPageJson.read(
        server.get("/api/v1/entries?limit=500&cursor=" + cursor, wang.token()).body());
  }

  private static List<String> ids(PullPage page) {
    return page.entries().stream().map(LedgerEntry::id).toList();
  }

  @Test
  void pull_givesWholeSubjectsOfTheDivision_andTheOwn_andNoOthers() throws Exception {
    String mine = drill(office, "510303001002");
    String other = drill(office, "510303002001");
    String step = step(office, mine);
    step(office, other);
    String own = drill(wang, "510303999");

    assertThat(ids(pull(""))).containsExactly(mine, step, own);
  }

  @Test
  void pull_givesTheDocumentsToWorkWith_andNotTheBudget() throws Exception {
    String divisions = document("doc/divisions", "DivisionsRevised");
    document("doc/budget/2026/f", "BudgetSet");
    assertThat(ids(pull(""))).containsExactly(divisions);
  }

  @Test
  void pull_whenASubjectComesIntoTheDivision_startsAnewAndGivesItWhole() throws Exception {
    String other = drill(office, "510303002001");
    String step = step(office, other);
    PullPage before = pull("");
    assertThat(before.entries()).isEmpty();

    String correction = corrected(office, other, "510303001");
    assertThat(pull(before.cursor()).reset()).isEqualTo(PullPage.Reset.SCOPE);
    assertThat(ids(pull(""))).containsExactly(other, step, correction);
  }

  @Test
  void pull_whenTheCorrectionCameBeforeTheOpening_givesThoseOfItsAuthorAlone() throws Exception {
    Enrolment li = server.enrol("li", Role.INSPECTOR);
    Enrolment zhao = server.enrol("zhao", Role.INSPECTOR);
    String own = server.id();
    String correction = corrected(li, own, "510303001");
    String others = server.id();
    corrected(zhao, others, "510303001");
    PullPage before = pull("");
    assertThat(before.entries()).isEmpty();

    for (String id : List.of(own, others)) {
      push(
          li,
          RunningServer.drill(id, "2026-03-01")
              .put("public", Json.members().put("division", "510303002").build()));
    }

    assertThat(pull(before.cursor()).reset()).isEqualTo(PullPage.Reset.SCOPE);
    assertThat(ids(pull(""))).containsExactly(correction, own);
  }

  @Test
  void pull_isNotWidenedByWhatAGridWorkerSaysOfOthersSubjects() throws Exception {
    String other = drill(office, "510303002001");
    step(wang, other);
    corrected(wang, other, "510303001");
    assertThat(ids(pull(""))).isEmpty();
  }

  @Test
  void pull_whenTheGrantChanges_startsAnew() throws Exception {
    String mine = drill(office, "510303001002");
    String other = drill(office, "510303002001");
    PullPage before = pull("");
    assertThat(ids(before)).containsExactly(mine);

    server
        .server()
        .directory()
        .accounts()
        .grant(
            "wang", new Grant(RunningServer.BUREAU, Role.GRID_WORKER, "", "510303002", 1), "test");
    PullPage anew = pull(before.cursor());
    assertThat(anew.reset()).isEqualTo(PullPage.Reset.SCOPE);
    assertThat(ids(pull(""))).containsExactly(other);
  }

  @Test
  void pull_inSmallPages_missesNothing() throws Exception {
    for (int i = 0; i < 7; i++) {
      drill(office, i % 2 == 0 ? "510303001" : "510303002");
    }
    int seen = 0;
    String cursor = "";
    boolean more = true;
    while (more) {
      PullPage page =
          PullPageJson.read(
              server.get("/api/v1/entries?limit=1&cursor=" + cursor, wang.token()).body());
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(1);
      seen += page.entries().size();
      cursor = page.cursor();
      more = page.more();
    }
    assertThat(seen).isEqualTo(4);
  }

  @Test
  void pull_withACursorOfNoSense_startsAnew() throws Exception {
    drill(office, "510303001");
    PullPage page = pull("bm9uc2Vuc2U");
    assertThat(page.reset()).isEqualTo(PullPage.Reset.SCOPE);
  }
}
