package cn.anxun.server.console.form;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.DataDirectory;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A bureau's 2026 on a running server: a form, three hazards of which two are rectified. */
public final class OfficeYear implements AutoCloseable {
  private static final String FORM =
      """
      {"title": "2026年度安全生产专项自评表", "template": "项目支出绩效自评表", "goal": "排查并整改隐患",
       "budget_wan_yuan": {"initial": 10, "full_year": 8, "spent": 6}, "execution": {"weight": 10},
       "rows": [
        {"l1": "产出指标", "l2": "数量指标", "l3": "排查隐患", "target": "≥3个", "weight": 30,
         "direction": "higher", "measure": {"count": "hazard"}},
        {"l1": "产出指标", "l2": "质量指标", "l3": "隐患整改率", "target": "=100%", "weight": 40,
         "direction": "higher",
         "measure": {"rate": [{"count": "hazard", "where": {"state": ["rectified", "closed"]}}, {"count": "hazard"}]}},
        {"l1": "效益指标", "l2": "社会效益", "l3": "安全意识 <b>提高</b>", "target": "明显提高", "weight": 10},
        {"l1": "满意度指标", "l2": "", "l3": "群众满意度", "target": "≥90%", "weight": 5}]}
      """;

  private final RunningServer running;
  private final Enrolment office;

  private OfficeYear(RunningServer running) throws Exception {
    this.running = running;
    this.office = running.enrol("clerk", Role.OFFICE);
    running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    define("safety", JsonText.read(FORM));
    for (int i = 0; i < 3; i++) {
      find(i < 2);
    }
  }

  public static OfficeYear start() throws Exception {
    return new OfficeYear(RunningServer.start());
  }

  /** The same on a server with this clock. */
  public static OfficeYear startAt(Clock clock) throws Exception {
    return new OfficeYear(RunningServer.start(ServerOptions.inProcess(), clock));
  }

  /** The same with its data in this folder. */
  public static OfficeYear startIn(Path folder) throws Exception {
    return startIn(DataDirectory.open(folder, "test"));
  }

  /** The same in this data directory. */
  public static OfficeYear startIn(DataDirectory data) throws Exception {
    return new OfficeYear(RunningServer.start(data, ServerOptions.inProcess(), Clock.systemUTC()));
  }

  /** The server that it runs on. */
  public RunningServer running() {
    return running;
  }

  /** Defines a form of this year. */
  public void define(String key, Json document) throws Exception {
    push(
        entry(running.id(), "FormDefined", "doc/form/2026/" + key, "2026-01-10")
            .put("public", Json.members().put("document", document).build()));
  }

  /** Finds a hazard, and has it put right where it is to be. */
  public String find(boolean rectified) throws Exception {
    String id = running.id();
    push(
        entry(id, "HazardFound", id, "2026-03-01")
            .put("public", Json.members().put("description", "疏散通道堆物").put("level", "一般").build()));
    if (rectified) {
      push(
          entry(running.id(), "Rectified", id, "2026-03-05")
              .put("after", id)
              .put("public", Json.members().build()));
    }
    return id;
  }

  /** Finds a hazard that was to be put right by the end of March, and was not. */
  public void findOverdue(String description) throws Exception {
    String id = running.id();
    push(
        entry(id, "HazardFound", id, "2026-03-01")
            .put(
                "public",
                Json.members()
                    .put("description", description)
                    .put("level", "一般")
                    .put("deadline", "2026-03-31")
                    .build()));
  }

  /** Pushes an entry as the office's phone. */
  public void push(Json.MembersBuilder entry) throws Exception {
    HttpResponse<byte[]> answer = running.push(office.token(), entry.build());
    if (!RunningServer.text(answer).contains("\"seq\"")) {
      throw new AssertionError(RunningServer.text(answer));
    }
  }

  /** The head of an entry. */
  public static Json.MembersBuilder entry(String id, String kind, String subject, String date) {
    return Json.members()
        .put("id", id)
        .put("kind", kind)
        .put("subject", subject)
        .put("at", "2026-03-01T02:03:04Z")
        .put("businessDate", date)
        .put("author", "clerk")
        .put("device", "phone")
        .put("attachments", Json.items(List.of()));
  }

  @Override
  public void close() {
    running.close();
  }
}
