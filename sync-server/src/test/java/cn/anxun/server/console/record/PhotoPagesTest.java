package cn.anxun.server.console.record;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.console.Office;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.file.Pictures;
import cn.anxun.server.http.v1.RunningServer;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Photos on a record's page, those that came and those that did not. */
final class PhotoPagesTest {
  private static final byte[] BEFORE = Pictures.jpeg(800, 600, 1);
  private static final byte[] AFTER = Pictures.jpeg(800, 600, 2);

  private Office office;
  private String record = "";

  @BeforeEach
  void start() throws Exception {
    office = Office.open();
    RunningServer running = office.running();
    Enrolment li = running.enrol("inspector-li", Role.INSPECTOR);
    record = running.id();
    running.push(
        li.token(),
        RunningServer.drill(record, "2026-03-02")
            .put("attachments", Json.items(List.of(file(BEFORE, "before"), file(AFTER, "after"))))
            .build());
    var data = running.server().data();
    Files.createDirectories(data.attachments(RunningServer.BUREAU));
    Files.write(data.attachmentFile(RunningServer.BUREAU, Pictures.sha256(BEFORE)), BEFORE);
  }

  @AfterEach
  void stop() {
    office.close();
  }

  private static Json file(byte[] content, String role) {
    return Json.members()
        .put("sha256", Pictures.sha256(content))
        .put("bytes", content.length)
        .put("type", "image/jpeg")
        .put("role", role)
        .build();
  }

  @Test
  void record_showsItsPhotosWithTheirCaptions_andWhatHasNotCome() throws Exception {
    TestBrowser browser = office.login(Role.AUDITOR);
    String small = "/api/v1/files/" + Pictures.sha256(BEFORE) + "/thumbnail";
    String large = "/record/" + record + "/photo/" + Pictures.sha256(BEFORE);
    assertThat(browser.get("/record/" + record).body())
        .contains(small, large, "整改前", "整改后", "尚未上传", "2026年3月1日 10:03")
        .doesNotContain(Pictures.sha256(AFTER) + "/thumbnail");
    assertThat(browser.get(small).headers().firstValue("Content-Type")).contains("image/jpeg");

    assertThat(browser.get(large).body())
        .contains("1 / 2", "下一张", "inspector-li", Pictures.sha256(BEFORE));
    assertThat(browser.get("/record/" + record + "/photo/" + Pictures.sha256(AFTER)).body())
        .contains("尚未上传", "上一张");
    assertThat(browser.get("/record/" + record + "/photo/" + "0".repeat(64)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void record_whoseSignedCopyShowsWhoSigned_keepsItFromAuditors() throws Exception {
    RunningServer running = office.running();
    Enrolment wang = running.enrol("inspector-wang", Role.INSPECTOR);
    String signed = running.id();
    running.push(
        wang.token(),
        RunningServer.drill(signed, "2026-03-02")
            .put("attachments", Json.items(List.of(file(BEFORE, "signed-copy"))))
            .build());
    String large = "/record/" + signed + "/photo/" + Pictures.sha256(BEFORE);

    assertThat(office.login(Role.SUPERVISOR).get("/record/" + signed).body()).contains(large);
    TestBrowser auditor = office.login(Role.AUDITOR);
    assertThat(auditor.get("/record/" + signed).body()).doesNotContain(large);
    assertThat(auditor.get(large).statusCode()).isEqualTo(404);
  }

  @Test
  void devices_countWhatHasNotCome() throws Exception {
    assertThat(office.login(Role.ADMINISTRATOR).get("/admin/devices").body())
        .contains("未到照片", "<td class=\"number\">1</td><td class=\"number\">1</td>");
  }
}
