package cn.anxun.server.console.bureaus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Bureaus;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 单位: who may add and rename one. */
final class BureauPagesTest {
  private static final String BUREAUS = "/admin/bureaus";
  private RunningServer running;
  private TestBrowser browser;

  @BeforeEach
  void start() throws Exception {
    running = RunningServer.start();
    running.addAccount("admin", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
    browser = new TestBrowser(running.address()).login("admin");
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private Bureaus bureaus() {
    return running.server().directory().bureaus();
  }

  private HttpResponse<String> add(String id, String name, String division) throws Exception {
    return browser.send(BUREAUS, Map.of("id", id, "name", name, "division", division), BUREAUS);
  }

  @Test
  void add_whenOneAdministersAllBureaus_makesOneAndAdministersIt() throws Exception {
    assertThat(add("Big", "荣县应急管理局", "510321").body()).contains("单位代号“Big”不可用", "value=\"Big\"");
    assertThat(add("rongxian", " ", "510321").statusCode()).isEqualTo(400);
    assertThat(add("rongxian", "荣县应急管理局", "51").body()).contains("辖区代码");
    assertThat(add("gongjing", "荣县应急管理局", "510321").body()).contains("已存在");

    assertThat(add("rongxian", "荣县应急管理局", "510321").body()).contains("荣县应急管理局", "rongxian");
    assertThat(running.server().directory().accounts().listGrants("admin"))
        .extracting(Grant::bureau, Grant::role)
        .contains(tuple("rongxian", Role.ADMINISTRATOR));
  }

  @Test
  void add_whenThereIsABureauOfOthers_isRefused() throws Exception {
    bureaus().create(new Bureau("other", "别处", "510304"), "test");

    assertThat(browser.get(BUREAUS).body()).contains("只有本服务器全部单位的管理员").doesNotContain("别处");
    assertThat(add("third", "第三", "").statusCode()).isEqualTo(403);
    assertThat(bureaus().find("third")).isEmpty();
    assertThat(browser.send(BUREAUS + "/other/name", Map.of("name", "改了"), BUREAUS).statusCode())
        .isEqualTo(404);
    assertThat(bureaus().get("other").name()).isEqualTo("别处");
  }

  @Test
  void rename_changesTheNameAlone() throws Exception {
    assertThat(browser.send(BUREAUS + "/gongjing/name", Map.of("name", "贡井区<局>"), BUREAUS).body())
        .contains("贡井区&lt;局&gt;");
    assertThat(browser.send(BUREAUS + "/gongjing/name", Map.of("name", ""), BUREAUS).statusCode())
        .isEqualTo(400);
    assertThat(bureaus().get("gongjing").name()).isEqualTo("贡井区<局>");
  }
}
