package cn.anxun.server.console.monthly;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A bureau's March 2026, seen on 10 April: 东街 with four hazards all in time and one of February
 * closed, 西街 with four of which one is overdue, 南街 with a nil report, 北街 silent.
 */
public final class MarchLedger implements AutoCloseable {
  private static final List<String> OPENING = List.of("HazardFound", "DrillHeld", "TallyReported");

  private final RunningServer running;
  private final Enrolment phone;
  private final Enrolment office;

  public MarchLedger() throws Exception {
    this(Clock.fixed(Instant.parse("2026-04-10T02:00:00Z"), ZoneOffset.UTC));
  }

  private MarchLedger(Clock clock) throws Exception {
    running = RunningServer.start(ServerOptions.inProcess(), clock);
    phone = running.enrol("zhang", Role.INSPECTOR);
    office = running.enrol("li", Role.OFFICE);
    running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    units(unit("U01", "东街街道"), unit("U02", "西街街道"), unit("U03", "南街街道"), unit("U04", "北街街道"));
    close(find("U01", "2026-02-10", "2026-02-20"), "2026-03-05", "2026-03-06");
    for (int day = 2; day <= 5; day++) {
      close(find("U01", "2026-03-0" + day, "2026-03-12"), "2026-03-08", "2026-03-09");
    }
    for (int day = 2; day <= 4; day++) {
      close(find("U02", "2026-03-0" + day, "2026-03-12"), "2026-03-08", "2026-03-09");
    }
    find("U02", "2026-03-05", "2026-03-12");
    drill("U01", "2026-03-15");
    push(
        phone,
        entry(running.id(), "TallyReported", "2026-03-31")
            .put(
                "public",
                Json.members()
                    .put("unit", "U03")
                    .put("measured", "drill")
                    .put("quantity", 0)
                    .put("from", "2026-03-01")
                    .put("until", "2026-03-31")
                    .build())
            .build());
  }

  private void units(Json... units) throws Exception {
    Json document = Json.members().put("units", Json.items(List.of(units))).build();
    push(
        office,
        entry("doc/units", "UnitsRevised", "2026-01-01")
            .put("public", Json.members().put("document", document).build())
            .build());
  }

  /** From now on the bureau has so many units, all with long names. */
  public void listUnits(int count) throws Exception {
    Json[] units = new Json[count];
    for (int i = 0; i < count; i++) {
      units[i] = unit("V" + i, "第" + i + "街道办事处应急管理站");
    }
    units(units);
  }

  /** The hazard is confirmed as a major one. */
  public void confirmMajor(String hazard) throws Exception {
    push(
        office,
        entry(hazard, "MajorConfirmed", "2026-04-02")
            .put("public", Json.members().put("confirmed", true).build())
            .build());
  }

  private static Json unit(String code, String name) {
    return Json.members().put("code", code).put("name", name).build();
  }

  private Json.MembersBuilder entry(String subject, String kind, String date) {
    boolean opens = OPENING.contains(kind);
    return Json.members()
        .put("id", opens ? subject : running.id())
        .put("kind", kind)
        .put("subject", subject)
        .put("at", "2026-03-01T02:03:04Z")
        .put("businessDate", date)
        .put("author", "zhang")
        .put("device", "phone");
  }

  private void push(Enrolment who, Json entry) throws Exception {
    HttpResponse<byte[]> response = running.push(who.token(), entry);
    String text = RunningServer.text(response);
    if (response.statusCode() != 200 || !text.contains("\"seq\"")) {
      throw new AssertionError(text);
    }
  }

  /** A hazard of the unit; its subject. */
  public String find(String unit, String found, String deadline) throws Exception {
    String id = running.id();
    push(
        phone,
        entry(id, "HazardFound", found)
            .put(
                "public",
                Json.members()
                    .put("description", "疏散通道堆放杂物，安全出口被货架挡住，灭火器压力不足三具，须立即清理更换")
                    .put("unit", unit)
                    .put("industry", "危化")
                    .put("level", "一般")
                    .put("deadline", deadline)
                    .build())
            .build());
    return id;
  }

  /** It is rectified, and its review passed. */
  public void close(String hazard, String rectified, String reviewed) throws Exception {
    push(
        phone,
        entry(hazard, "Rectified", rectified)
            .put("public", Json.members().put("measures_taken", "已清理").build())
            .build());
    push(
        phone,
        entry(hazard, "Reviewed", reviewed)
            .put("public", Json.members().put("passed", true).build())
            .build());
  }

  /** A drill of the unit. */
  public void drill(String unit, String date) throws Exception {
    push(
        phone,
        entry(running.id(), "DrillHeld", date)
            .put("public", Json.members().put("participants", 20).put("unit", unit).build())
            .build());
  }

  /** A file that the office takes away. */
  public byte[] file(String path) throws Exception {
    String session =
        running.server().directory().sessions().start("office", RunningServer.BUREAU).token();
    HttpResponse<byte[]> response = running.get(path, session);
    if (response.statusCode() != 200) {
      throw new AssertionError(RunningServer.text(response));
    }
    return response.body();
  }

  public RunningServer running() {
    return running;
  }

  /** A browser in which the office is logged in. */
  public TestBrowser office() throws Exception {
    return new TestBrowser(running.address()).login("office");
  }

  @Override
  public void close() {
    running.close();
  }
}
