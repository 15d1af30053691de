package cn.anxun.server.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures over HTTP, and the records behind them. */
final class FiguresTest {
  private RunningServer server;
  private Enrolment zhang;

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start();
    zhang = server.enrol("zhang", Role.INSPECTOR);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String pushDrill(String date) throws Exception {
    String id = server.id();
    HttpResponse<byte[]> pushed = server.push(zhang.token(), RunningServer.drill(id, date).build());
    assertThat(pushed.statusCode()).as(RunningServer.text(pushed)).isEqualTo(200);
    return id;
  }

  private Json.Members get(String path) throws Exception {
    HttpResponse<byte[]> response = server.get(path, zhang.token());
    assertThat(response.statusCode()).as(RunningServer.text(response)).isEqualTo(200);
    return RunningServer.json(response);
  }

  private static Json.Members figure(Json.Members answer, String id) {
    return ((Json.Items) answer.get("indicators"))
        .values().stream()
            .map(Json.Members.class::cast)
            .filter(figure -> Json.of(id).equals(figure.get("id")))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void indicators_whenDrillsWerePushed_countThoseOfTheYear() throws Exception {
    pushDrill("2026-03-01");
    pushDrill("2026-12-31");
    pushDrill("2027-01-01");

    assertThat(figure(get("/api/v1/indicators?year=2026"), "drill.times").get("value"))
        .isEqualTo(Json.of("2"));
    assertThat(
            figure(get("/api/v1/indicators?from=2027-01-01&until=2027-01-31"), "drill.times")
                .get("value"))
        .isEqualTo(Json.of("1"));
  }

  @Test
  void indicators_askedAsOfAnEarlierSeq_answerAsThen() throws Exception {
    pushDrill("2026-03-01");
    Json.Members before = get("/api/v1/indicators?year=2026");
    pushDrill("2026-04-01");

    Json.Members again = get("/api/v1/indicators?year=2026&asOf=1");
    assertThat(again).isEqualTo(before);
    assertThat(
            figure(get("/api/v1/indicators?year=2026&asOf=2:2026-03-31"), "drill.times")
                .get("value"))
        .isEqualTo(Json.of("1"));
  }

  @Test
  void recordsOfAFigure_listWhatIsCounted_withTheirFields() throws Exception {
    String id = pushDrill("2026-03-01");

    Json.Members answer = get("/api/v1/indicators/drill.times/records?year=2026");
    Json.Members record = (Json.Members) ((Json.Items) answer.get("records")).values().get(0);
    assertThat(record.get("subject")).isEqualTo(Json.of(id));
    assertThat(((Json.Members) record.get("fields")).get("participants"))
        .isEqualTo(Json.of(new BigDecimal(20)));
    assertThat(record.get("entries")).isEqualTo(Json.texts(List.of(id)));
  }

  @Test
  void records_leaveOutWhatIsPersonal_evenWhereTheServerDoesNotKnowTheField() throws Exception {
    String id = server.id();
    Json entry =
        Json.members()
            .put("id", id)
            .put("kind", "SiteRegistered")
            .put("subject", id)
            .put("at", "2026-03-01T02:03:04Z")
            .put("businessDate", "2026-03-01")
            .put("author", "zhang")
            .put("device", "phone")
            .put("public", Json.members().put("name", "旭日商店").put("colour", "blue").build())
            .put("personal", Json.members().put("contact_name", "李四").put("nickname", "老李").build())
            .build();
    server.push(zhang.token(), entry);

    HttpResponse<byte[]> response =
        server.get("/api/v1/records?type=site&year=2026", zhang.token());
    assertThat(RunningServer.text(response)).contains("旭日商店", "blue").doesNotContain("李四", "老李");
  }

  @Test
  void records_inPages_areEachSeenOnce() throws Exception {
    for (int i = 0; i < 5; i++) {
      pushDrill("2026-03-0" + (i + 1));
    }
    List<Json> all =
        ((Json.Items) get("/api/v1/records?type=drill&year=2026").get("records")).values();
    List<Json> first =
        ((Json.Items) get("/api/v1/records?type=drill&year=2026&limit=3").get("records")).values();
    List<Json> second =
        ((Json.Items) get("/api/v1/records?type=drill&year=2026&limit=3&offset=3").get("records"))
            .values();
    assertThat(all)
        .hasSize(5)
        .startsWith(first.toArray(new Json[0]))
        .endsWith(second.toArray(new Json[0]));
    assertThat(first).hasSize(3);
    assertThat(second).hasSize(2);
  }

  @Test
  void indicators_whenTheParametersAreWrong_sayWhich() throws Exception {
    for (String query :
        List.of(
            "year=1999",
            "year=x",
            "from=2026-01-01",
            "from=2026-02-01&until=2026-01-01",
            "from=x&until=y",
            "asOf=9",
            "asOf=x",
            "asOf=0:1")) {
      HttpResponse<byte[]> response = server.get("/api/v1/indicators?" + query, zhang.token());
      assertThat(response.statusCode()).as(query).isEqualTo(400);
      assertThat(RunningServer.json(response).get("field")).as(query).isNotNull();
    }
    assertThat(server.get("/api/v1/indicators/none", zhang.token()).statusCode()).isEqualTo(404);
    assertThat(
            server.get("/api/v1/indicators/drill.times/records?of=all", zhang.token()).statusCode())
        .isEqualTo(400);
    assertThat(server.get("/api/v1/records", zhang.token()).statusCode()).isEqualTo(400);
  }

  @Test
  void indicators_askedByAGridWorker_areForbidden() throws Exception {
    Enrolment wang = server.enrol("wang", Role.GRID_WORKER);
    assertThat(server.get("/api/v1/indicators", wang.token()).statusCode()).isEqualTo(403);
    assertThat(server.get("/api/v1/records?type=drill", wang.token()).statusCode()).isEqualTo(403);
    assertThat(server.get("/api/v1/forms", wang.token()).statusCode()).isEqualTo(403);
  }
}
