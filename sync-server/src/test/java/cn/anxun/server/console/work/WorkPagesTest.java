package cn.anxun.server.console.work;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.storage.Pusher;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Doubles and the inbox, as a browser decides them. */
final class WorkPagesTest {
  private RunningServer running;
  private Enrolment zhang;

  @BeforeEach
  void start() throws Exception {
    running = RunningServer.start();
    zhang = running.enrol("zhang", Role.INSPECTOR);
    running.addAccount("office", Grant.of(RunningServer.BUREAU, Role.OFFICE));
    running.addAccount("admin", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
    running.addAccount("li", Grant.of(RunningServer.BUREAU, Role.INSPECTOR));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private TestBrowser login(String account) throws Exception {
    TestBrowser browser = new TestBrowser(running.address());
    browser.login(account);
    return browser;
  }

  /** A site; two of one name and credit code look like one. */
  private String site(String name) throws Exception {
    String id = running.id();
    running.push(
        zhang.token(),
        entry(id, "SiteRegistered")
            .put(
                "public",
                Json.members()
                    .put("name", name)
                    .put("kind", "企业")
                    .put("credit_code", "91350211M000100Y43")
                    .build())
            .build());
    return id;
  }

  private static Json.MembersBuilder entry(String id, String kind) {
    return Json.members()
        .put("id", id)
        .put("kind", kind)
        .put("subject", id)
        .put("at", "2026-03-01T02:03:04Z")
        .put("businessDate", "2026-03-01")
        .put("author", "zhang")
        .put("device", "phone");
  }

  @Test
  void doubles_areMergedIntoTheOneThatIsKept() throws Exception {
    String kept = site("阳光超市");
    String other = site("阳光超市");
    TestBrowser office = login("office");
    assertThat(office.get("/work").body()).contains("疑似重复", kept, other);

    assertThat(merge(office, kept, other).uri().getPath()).isEqualTo("/work");

    assertThat(office.get("/work").body()).contains("没有需要处理的事项");
    assertThat(office.get("/records/site").body()).contains(kept).doesNotContain(other);
  }

  @Test
  void papers_issuedAgainstTheRule_areShownWithWhatToDo() throws Exception {
    String patrol = running.id();
    Json.Members visit = Json.members().put("authority", "巡查走访").build();
    running.push(zhang.token(), entry(patrol, "Inspected").put("public", visit).build());
    String first = order(patrol, "（区）应急责改〔2026〕1号");
    String second = order(patrol, "（区）应急责改〔2026〕2号");

    assertThat(login("office").get("/work").body())
        .contains(
            "不应出具的执法文书（2）",
            "检查不是行政检查",
            "同一次检查重复出具的文书（2）",
            "请保留一份，其余作废",
            first,
            second,
            "责令限期整改指令书 · （区）应急责改〔2026〕2号");
  }

  private String order(String visit, String number) throws Exception {
    String id = running.id();
    Json.Members open =
        Json.members()
            .put("paper", "责令限期整改指令书")
            .put("paper_no", number)
            .put("inspection", visit)
            .put("contents", Json.members().put("title", "责令限期整改指令书").build())
            .build();
    assertThat(
            RunningServer.text(
                running.push(zhang.token(), entry(id, "PaperIssued").put("public", open).build())))
        .contains("\"seq\"");
    return id;
  }

  @Test
  void merge_byAnInspector_isRefused() throws Exception {
    String kept = site("阳光超市");
    String other = site("阳光超市");
    TestBrowser inspector = login("li");
    assertThat(inspector.get("/work").body()).doesNotContain("/work/merge/");
    assertThat(merge(inspector, kept, other).statusCode()).isEqualTo(403);
  }

  @Test
  void merge_ofWhatIsNoDouble_isRefused() throws Exception {
    String kept = site("阳光超市");
    TestBrowser office = login("office");
    for (String others : new String[] {"", kept, "nothing"}) {
      assertThat(merge(office, kept, others).statusCode()).isEqualTo(400);
    }
  }

  private static HttpResponse<String> merge(TestBrowser browser, String kept, String others)
      throws Exception {
    return browser.send("/work/merge/" + kept, Map.of("others", others), "/work");
  }

  @Test
  void inbox_ofARevokedPhone_isTakenIn_orDiscarded_byTheAdministratorAlone() throws Exception {
    running.server().directory().devices().revoke(zhang.device(), "test");
    String first = running.id();
    running.push(zhang.token(), RunningServer.drill(first, "2026-03-01").build());
    String second = running.id();
    running.push(zhang.token(), RunningServer.drill(second, "2026-03-02").build());
    assertThat(login("office").get("/work").body()).doesNotContain("已撤销手机交来的记录");

    TestBrowser admin = login("admin");
    var items = running.server().directory().inbox().listUndecided(RunningServer.BUREAU);
    assertThat(items).hasSize(2);
    assertThat(admin.get("/work").body()).contains("已撤销手机交来的记录");
    assertThat(decide(admin, items.get(0).id(), "accept").uri()).hasPath("/work");
    assertThat(decide(admin, items.get(1).id(), "discard").uri()).hasPath("/work");

    assertThat(running.server().directory().inbox().listUndecided(RunningServer.BUREAU)).isEmpty();
    assertThat(running.server().ledger(RunningServer.BUREAU).find(first)).isPresent();
    assertThat(running.server().ledger(RunningServer.BUREAU).find(second)).isEmpty();
  }

  @Test
  void inbox_whenTheLedgerHasAnEntryAlready_doesNotCallItDiscarded() throws Exception {
    String id = running.id();
    Json drill = RunningServer.drill(id, "2026-03-01").build();
    running.server().directory().devices().revoke(zhang.device(), "test");
    running.push(zhang.token(), drill);
    var pusher = new Pusher("zhang", Role.INSPECTOR, zhang.device());
    byte[] bytes = JsonText.bytes(drill);
    running.server().ledger(RunningServer.BUREAU).accept(pusher, List.of(bytes));
    TestBrowser admin = login("admin");
    var items = running.server().directory().inbox().listUndecided(RunningServer.BUREAU);
    assertThat(items).hasSize(1);

    assertThat(decide(admin, items.get(0).id(), "discard").body())
        .contains("有 1 条", "已在台账中")
        .doesNotContain("撤销前");

    assertThat(running.server().directory().inbox().listUndecided(RunningServer.BUREAU)).isEmpty();
    assertThat(running.server().directory().audit().list(RunningServer.BUREAU, 0, 100))
        .extracting(row -> row.event().action())
        .contains("inbox-accepted")
        .doesNotContain("inbox-discarded");
  }

  private static HttpResponse<String> decide(TestBrowser browser, long item, String decision)
      throws Exception {
    Map<String, String> fields = Map.of("item", Long.toString(item), "decision", decision);
    return browser.send("/work/inbox", fields, "/work");
  }
}
