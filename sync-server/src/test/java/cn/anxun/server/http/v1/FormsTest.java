package cn.anxun.server.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.Pusher;
import cn.anxun.server.yearend.YearClose;
import cn.anxun.server.yearend.YearGate;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms over HTTP, and what a closed year answers. */
final class FormsTest {
  private static final String FORM =
      """
      {"title": "2026年度业务工作经费自评表", "template": "项目支出绩效自评表",
       "budget_wan_yuan": {"initial": 10, "full_year": 8, "spent": 8}, "execution": {"weight": 10},
       "rows": [
        {"l1": "产出指标", "l2": "数量指标", "l3": "演练次数", "target": "≥2次", "weight": 90,
         "direction": "higher", "measure": {"count": "drill"}}]}
      """;

  private RunningServer server;
  private Enrolment office;

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start();
    office = server.enrol("office", Role.OFFICE);
    push(
        RunningServer.drill(server.id(), "2026-01-05")
            .put("kind", "FormDefined")
            .put("subject", "doc/form/2026/work")
            .put("public", Json.members().put("document", JsonText.read(FORM)).build()));
    drill();
    drill();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void push(Json.MembersBuilder entry) throws Exception {
    assertThat(RunningServer.text(server.push(office.token(), entry.build()))).contains("\"seq\"");
  }

  private void drill() throws Exception {
    push(RunningServer.drill(server.id(), "2026-03-01"));
  }

  @Test
  void forms_areListedAndFilled() throws Exception {
    assertThat(RunningServer.text(server.get("/api/v1/forms?year=2026", office.token())))
        .contains("\"key\":\"work\"");
    Json.Members form =
        RunningServer.json(server.get("/api/v1/forms/work?year=2026", office.token()));
    assertThat(form.get("total")).isEqualTo(Json.of("100.00"));
    assertThat(((Json.Members) ((Json.Items) form.get("rows")).values().get(0)).get("actual"))
        .isEqualTo(Json.of("2次"));
    assertThat(server.get("/api/v1/forms/none?year=2026", office.token()).statusCode())
        .isEqualTo(404);
    assertThat(RunningServer.text(server.get("/api/v1/forms?year=2025", office.token())))
        .contains("\"forms\":[]");
  }

  @Test
  void forms_areTakenAsFiles_whichIsAudited() throws Exception {
    for (String ending : new String[] {"xlsx", "docx"}) {
      HttpResponse<byte[]> file =
          server.get("/api/v1/forms/work." + ending + "?year=2026", office.token());
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(new String(file.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
      assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
          .contains("work." + ending);
    }
    assertThat(server.server().directory().audit().list(RunningServer.BUREAU, 0, 100))
        .extracting(row -> row.event().action() + ' ' + row.event().object())
        .contains("export 2026/work.xlsx", "export 2026/work.docx");
    assertThat(server.get("/api/v1/forms/work.pdf?year=2026", office.token()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void forms_askedByAnInspector_areShownButNotGivenAway() throws Exception {
    Enrolment zhang = server.enrol("zhang", Role.INSPECTOR);
    assertThat(server.get("/api/v1/forms/work?year=2026", zhang.token()).statusCode())
        .isEqualTo(200);
    assertThat(server.get("/api/v1/forms/work.xlsx?year=2026", zhang.token()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void closedYear_answersAsItWasSigned_whateverComesLater() throws Exception {
    BureauLedger ledger = server.server().ledger(RunningServer.BUREAU);
    Clock clock = new SettableClock("2027-01-20T00:00:00Z");
    new YearClose(ledger, YearGate.ofLedgerAlone(), new EntryIds(clock, new Random(3)), clock)
        .close(YearClose.Request.of(2026), new Pusher("office", Role.OFFICE, office.device()));
    drill();

    Json.Members closed =
        RunningServer.json(server.get("/api/v1/indicators/drill.times?year=2026", office.token()));
    assertThat(((Json.Members) closed.get("closed")).get("edition")).isEqualTo(Json.of(1));
    Json.Members figure = (Json.Members) closed.get("indicator");
    assertThat(figure.get("value")).isEqualTo(Json.of("2"));
    assertThat(figure.get("signed")).isEqualTo(Json.of("2"));
    assertThat(RunningServer.text(server.get("/api/v1/forms/work?year=2026", office.token())))
        .contains("\"2次\"");

    Json.Members latest =
        RunningServer.json(
            server.get("/api/v1/indicators/drill.times?year=2026&asOf=latest", office.token()));
    assertThat(((Json.Members) latest.get("indicator")).get("value")).isEqualTo(Json.of("3"));
  }

  @Test
  void health_andCounts_areAnsweredToThisMachine() throws Exception {
    assertThat(RunningServer.text(server.get("/healthz", ""))).contains("ok");
    assertThat(RunningServer.text(server.get("/metrics", "")))
        .contains("anxun_receipts_total{verdict=\"accepted\"} 3", "route=\"/api/v1/entries\"");
  }
}
