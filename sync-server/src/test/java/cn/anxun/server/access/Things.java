package cn.anxun.server.access;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.wire.v1.PullPageJson;
import cn.anxun.server.file.Pictures;
import cn.anxun.server.http.v1.RunningServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One of everything that an address can name, recorded from this phone in its bureau. */
final class Things {
  static final String DIVISION = "510303001";

  /** The form of a year; {@code safety} in addresses. */
  private static final String FORM =
      """
      {"title": "自评表", "template": "项目支出绩效自评表", "goal": "排查并整改隐患",
       "budget_wan_yuan": {"initial": 10, "full_year": 8, "spent": 6}, "execution": {"weight": 10},
       "rows": [{"l1": "产出指标", "l2": "数量指标", "l3": "排查隐患", "target": "≥3个", "weight": 90,
         "direction": "higher", "measure": {"count": "hazard"}}]}
      """;

  private final RunningServer running;
  private final Enrolment phone;

  private Things(RunningServer running, Enrolment phone) {
    this.running = running;
    this.phone = phone;
  }

  /** Records them, and tells their ids by what stands for them in an address. */
  static Map<String, String> record(
      RunningServer running, Enrolment phone, String bureau, int picture) throws Exception {
    return new Things(running, phone).record(bureau, picture);
  }

  private Map<String, String> record(String bureau, int picture) throws Exception {
    String hash = photo(bureau, picture);
    String id = hazard(hash);
    String step = running.id();
    say("Attached", step, id, Json.members().put("note", "补充").build(), id);
    String paper = running.id();
    say(
        "PaperIssued",
        paper,
        paper,
        Json.members()
            .put("paper", "责令限期整改指令书")
            .put("paper_no", "（贡）应急责改〔2026〕1号")
            .put("contents", Json.members().build())
            .build(),
        "");
    say(
        "FormDefined",
        running.id(),
        "doc/form/2026/safety",
        Json.members().put("document", JsonText.read(FORM)).build(),
        "");
    say(
        "BulletinPublished",
        running.id(),
        "doc/bulletin/2026-03-01/2026-03-31/1",
        Json.members()
            .put("from", "2026-03-01")
            .put("until", "2026-03-31")
            .put("cutoff_seq", 1)
            .put("cutoff_date", "2026-03-31")
            .put("edition", 1)
            .build(),
        "");
    PullPage page = PullPageJson.read(running.get("/api/v1/entries?limit=1", phone.token()).body());
    return Map.of(
        "subject", id,
        "entry", step,
        "paper", paper,
        "sha256", hash,
        "device", phone.device(),
        "account", phone.account(),
        "bureau", bureau,
        "cursor", page.cursor());
  }

  private String photo(String bureau, int picture) throws Exception {
    byte[] photo = Pictures.jpeg(40, 30, picture);
    String hash = Pictures.sha256(photo);
    Path file = running.server().data().attachmentFile(bureau, hash);
    Files.createDirectories(file.getParent());
    Files.write(file, photo);
    return hash;
  }

  private String hazard(String photo) throws Exception {
    Json.Members attachment =
        Json.members()
            .put("sha256", photo)
            .put("bytes", 1_000)
            .put("type", "image/jpeg")
            .put("role", "before")
            .build();
    String id = running.id();
    push(
        RunningServer.drill(id, "2026-03-01")
            .put("kind", "HazardFound")
            .put("public", Json.members().put("level", "一般").put("division", DIVISION).build())
            .put("attachments", Json.items(List.of(attachment))));
    return id;
  }

  private void say(String kind, String id, String subject, Json open, String after)
      throws Exception {
    Json.MembersBuilder entry =
        RunningServer.drill(id, "2026-03-02")
            .put("kind", kind)
            .put("subject", subject)
            .put("public", open);
    push(after.isEmpty() ? entry : entry.put("after", after));
  }

  private void push(Json.MembersBuilder entry) throws Exception {
    byte[] answer = running.push(phone.token(), entry.build()).body();
    String receipt = new String(answer, StandardCharsets.UTF_8);
    if (!receipt.contains("\"seq\"")) {
      throw new AssertionError(receipt);
    }
  }
}
