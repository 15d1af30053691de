package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.PapersRevised;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.Office;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.file.Pictures;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.report.paper.SamplePapers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 文书 as the clerk sees it: the register, a paper in each of its states, and the wording. */
final class PaperBrowserTest {
  private final int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

  @TempDir Path folder;
  private Office office;
  private RunningServer running;
  private Enrolment phone;
  private Enrolment lost;
  private TestBrowser clerk;

  @BeforeEach
  void start() throws Exception {
    office = Office.open();
    running = office.running();
    running.addAccount("office", new Grant(RunningServer.BUREAU, Role.OFFICE, "U01", "", 1));
    phone = running.enrol("liqiang", Role.INSPECTOR);
    lost = running.enrol("wangfang", Role.INSPECTOR);
    clerk = new TestBrowser(running.address()).login("office");
  }

  @AfterEach
  void stop() {
    office.close();
  }

  @Test
  void papers_inEachState_areSeenOnTheDeskAndOnAPhone() throws Exception {
    Map<String, String> pages = states();
    for (String language : List.of("zh-CN", "en")) {
      try (Chromium browser = Chromium.open(running.address(), language)) {
        browser.login("office", RunningServer.PASSWORD);
        for (Map.Entry<String, String> page : pages.entrySet()) {
          browser.go(page.getValue());
          ConsoleBrowserTest.page(browser, "papers-" + page.getKey() + '-' + language);
        }
        browser.click(".wording details:nth-of-type(2) summary");
        ConsoleBrowserTest.page(browser, "papers-wording-order-" + language);
        browser.click("button[name=preview]");
        browser.await(() -> browser.list("article.sheet").size() == Paper.values().length);
        ConsoleBrowserTest.page(browser, "papers-wording-preview-" + language);
      }
    }
  }

  @Test
  void signedCopy_isBroughtAndTakenOff() throws Exception {
    String paper = "/papers/" + issue(Paper.ORDER);
    Path photo = Files.write(folder.resolve("签字.jpg"), Pictures.jpeg(1200, 1600, 4));
    Path word = Files.write(folder.resolve("指令书.docx"), Pictures.zip());
    try (Chromium browser = Chromium.open(running.address(), "zh-CN")) {
      browser.login("office", RunningServer.PASSWORD);
      browser.go(paper);
      browser.attach("file", word);
      browser.click(".signed button.main");
      browser.await(() -> browser.text(".problem").contains("先导出为 PDF"));
      browser.shoot("papers-signed-refused");
      browser.assertAccessible();
      assertThat(browser.complaints()).as("the refusal alone").hasSize(1);
      browser.attach("file", photo);
      browser.click(".signed button.main");
      browser.await(() -> browser.text(".signed").contains("已有签字件 1 份"));
      ConsoleBrowserTest.page(browser, "papers-signed");
      browser.click(".signed summary");
      browser.click(".signed details button");
      browser.await(() -> browser.text(".signed").contains("还没有签字件"));
    }
  }

  /** The pages by what they show. */
  private Map<String, String> states() throws Exception {
    String issued = issue(Paper.ORDER);
    byte[] photo = Pictures.jpeg(1200, 1600, 4);
    clerk.upload(
        "/papers/" + issued + "/signed-copy", Map.of(), "a.jpg", photo, "/papers/" + issued);
    String voided = issue(Paper.CHECK_RECORD);
    say("/papers/" + voided + "/void", Map.of("reason", "单位名称写错，另行出具"));
    reserve(lost, Paper.REVIEW, 3);
    Map<String, String> back = new LinkedHashMap<>();
    back.put("paper", Paper.REVIEW.label());
    back.put("year", Integer.toString(year));
    back.put("first", "1");
    back.put("last", "3");
    back.put("device", lost.device());
    back.put("reason", "手机遗失");
    say("/papers/return", back);
    reserve(phone, Paper.ORDER, 10);
    issue(Paper.REVIEW);
    external();
    String waiting = issue(Paper.NOTICE);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("register", "/papers");
    pages.put("returned", "/papers?paper=review");
    pages.put("issued", "/papers/" + issued);
    pages.put("void", "/papers/" + voided);
    pages.put("waiting", "/papers/" + waiting);
    pages.put("wording", "/papers/wording");
    return pages;
  }

  /** Another system numbers the notices from here on. */
  private void external() throws Exception {
    Enrolment chief = running.enrol("chief", Role.OFFICE);
    Json notice = Json.members().put("paper", Paper.NOTICE.label()).put("external", true).build();
    Json document = Json.members().put("papers", Json.items(List.of(notice))).build();
    push(
        chief,
        PapersRevised.KIND,
        running.id(),
        Documents.PAPERS,
        Fields.builder().set(PapersRevised.DOCUMENT, document).build());
  }

  private void say(String path, Map<String, String> fields) throws Exception {
    assertThat(clerk.send(path, fields, "/papers/wording").statusCode()).as(path).isEqualTo(200);
  }

  private void reserve(Enrolment device, Paper paper, int count) throws Exception {
    String asked =
        "{\"paper\":\"" + paper.label() + "\",\"year\":" + year + ",\"count\":" + count + '}';
    running.post("/api/v1/numbers", device.token(), asked.getBytes(StandardCharsets.UTF_8));
  }

  /** Without a number, so that the server gives it one. */
  private String issue(Paper paper) throws Exception {
    String id = running.id();
    Fields.Builder fields = SamplePapers.of(paper, 4, false).toBuilder();
    for (String name :
        List.of("paper_no", "paper_year", "paper_serial", "hazards", "inspection", "site")) {
      fields.raw(name, (Json) null);
    }
    push(phone, PaperIssued.KIND, id, id, fields.build());
    return id;
  }

  private void push(Enrolment by, Kind kind, String id, String subject, Fields fields)
      throws Exception {
    Header header =
        new Header(
            id,
            subject,
            null,
            Instant.parse("2026-03-02T02:03:04Z"),
            LocalDate.of(year, 1, 5),
            by.account(),
            by.device(),
            List.of());
    byte[] bytes = EntryJson.write(kind.entry(header, fields)).bytes();
    assertThat(RunningServer.text(running.push(by.token(), JsonText.read(bytes))))
        .contains("\"seq\"");
  }
}
