package cn.anxun.server.console.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Attached;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.SubjectHistory;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.file.Pictures;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.report.paper.SamplePapers;
import cn.anxun.server.storage.BureauLedger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hand-signed paper, brought in the browser. */
final class SignedCopyTest {
  private static final byte[] PHOTO = Pictures.jpeg(900, 1200, 5);
  private static final Pattern UNDO = Pattern.compile("action=\"([^\"]+/undo)\"");

  private RunningServer running;
  private Enrolment phone;
  private String page = "";

  @BeforeEach
  void start() throws Exception {
    running = RunningServer.start();
    phone = running.enrol("li", Role.INSPECTOR);
    page = "/papers/" + issue();
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void attach_whenTheOfficeBringsAPhoto_isTheSignedCopy_likeAPhones() throws Exception {
    TestBrowser office = login(Role.OFFICE);
    assertThat(office.get(page).body()).contains("还没有签字件");

    assertThat(text(bring(office, "签字.jpg", PHOTO)))
        .contains("已有签字件 1 份", "office，20", "上传", "/thumbnail\"")
        .doesNotContain("还没有签字件");

    assertThat(isSigned()).isTrue();
    assertThat(attached()).hasSize(1);
    String sha256 = attached().get(0).entry().header().attachments().get(0).sha256();
    assertThat(office.bytes("/api/v1/files/" + sha256).body()).isEqualTo(PHOTO);
    assertThat(office.bytes("/api/v1/files/" + sha256 + "/thumbnail").statusCode()).isEqualTo(200);
    assertThat(text(bring(office, "again.jpg", PHOTO))).contains("已有签字件 1 份");
    assertThat(text(bring(office, "scan.pdf", Pictures.pdf()))).contains("已有签字件 2 份", "PDF");
    assertThat(text(bring(office, "scan.png", Pictures.png(300, 400, 2)))).contains("已有签字件 3 份");
  }

  @Test
  void attach_ofWhatIsNoCopy_saysWhatToDo_andKeepsNothing() throws Exception {
    TestBrowser office = login(Role.OFFICE);
    byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    byte[] polyglot = Pictures.joined(PHOTO, Pictures.zip());

    assertRefused(bring(office, "word.docx", Pictures.zip()), 415, "先导出为 PDF");
    assertRefused(bring(office, "photo.jpg", html), 415, "只接收 JPEG、PNG 图片和 PDF");
    assertRefused(bring(office, "photo.webp", Pictures.webp(30, 20)), 415, "签字件没有保存");
    assertRefused(bring(office, "photo.jpg", polyglot), 422, "夹带了其他内容");
    assertRefused(bring(office, "", PHOTO), 400, "请先选取照片或扫描件");
    assertRefused(bring(office, "empty.pdf", new byte[0]), 400, "不能是空文件");
    assertThat(attached()).isEmpty();
    assertThat(isSigned()).isFalse();
  }

  @Test
  void attach_ofMoreThanOtherFormsTake_isTaken_upToTheLimitOfUploads() throws Exception {
    TestBrowser office = login(Role.OFFICE);
    byte[] large = Pictures.joined(PHOTO, new byte[12 << 20]);

    assertThat(text(bring(office, "large.jpg", large))).contains("已有签字件 1 份");
    HttpResponse<byte[]> tooLarge =
        bring(office, "huge.jpg", Pictures.joined(PHOTO, new byte[64 << 20]));
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(text(tooLarge)).contains("文件不得超过 64 MB");
  }

  @Test
  void undo_byWhoBroughtIt_orWhoMayAmend_takesItOff() throws Exception {
    TestBrowser office = login(Role.OFFICE);
    TestBrowser inspector = login(Role.INSPECTOR);
    TestBrowser auditor = login(Role.AUDITOR);
    String undo = found(text(bring(office, "a.jpg", PHOTO)));
    assertThat(inspector.get(page).body()).contains("已有签字件 1 份").doesNotContain("/undo");
    Map<String, String> reason = Map.of("reason", "拍的是另一份");

    assertThat(inspector.send(undo, reason, page).statusCode()).isEqualTo(404);
    assertThat(office.send(undo, Map.of(), page).statusCode()).isEqualTo(400);
    HttpResponse<byte[]> refused = bring(auditor, "a.jpg", PHOTO, "/");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("Connection")).as("what was sent was read").isEmpty();
    assertThat(auditor.get(page).body()).contains("已有签字件 1 份").doesNotContain("/api/v1/files");
    assertThat(office.send(undo, reason, page).body()).contains("还没有签字件");
    assertThat(isSigned()).isFalse();
    String own = found(text(bring(inspector, "b.jpg", PHOTO)));
    assertThat(inspector.send(own, reason, page).body()).contains("还没有签字件");

    office.send(page + "/void", Map.of("reason", "单位名称写错"), page);
    assertThat(office.get(page).body()).doesNotContain("上传签字件");
    assertThat(bring(office, "a.jpg", PHOTO, "/papers/wording").statusCode()).isEqualTo(409);
  }

  private void assertRefused(HttpResponse<byte[]> answer, int status, String sentence) {
    assertThat(answer.statusCode()).as(sentence).isEqualTo(status);
    assertThat(text(answer)).contains(sentence, "role=\"alert\"", "上传签字件");
  }

  private HttpResponse<byte[]> bring(TestBrowser browser, String name, byte[] file)
      throws Exception {
    return bring(browser, name, file, page);
  }

  private HttpResponse<byte[]> bring(TestBrowser browser, String name, byte[] file, String from)
      throws Exception {
    return browser.upload(page + "/signed-copy", Map.of(), name, file, from);
  }

  private static String found(String body) {
    Matcher matcher = UNDO.matcher(body);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private List<LedgerEntry> entries() {
    BureauLedger ledger = running.server().ledger(RunningServer.BUREAU);
    return ledger.listSubject(page.substring("/papers/".length()), ledger.lastSeq());
  }

  private List<LedgerEntry> attached() {
    return entries().stream().filter(entry -> entry.entry() instanceof Attached).toList();
  }

  private boolean isSigned() {
    PaperRecord paper =
        PaperRecord.of(SubjectHistory.of(page.substring("/papers/".length()), entries()))
            .orElseThrow();
    return Json.TRUE.equals(paper.fields().raw("signed_copy"));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private TestBrowser login(Role role) throws Exception {
    running.addAccount(role.wire(), new Grant(RunningServer.BUREAU, role, "", "", 1));
    return new TestBrowser(running.address()).login(role.wire());
  }

  private String issue() throws Exception {
    String id = running.id();
    Header header =
        new Header(
            id,
            id,
            null,
            Instant.parse("2026-03-02T02:03:04Z"),
            LocalDate.of(2026, 3, 2),
            "li",
            "p",
            List.of());
    var fields =
        SamplePapers.of(Paper.ORDER, 3, false).toBuilder()
            .raw("hazards", null)
            .raw("inspection", null)
            .raw("site", null)
            .build();
    byte[] bytes = EntryJson.write(PaperIssued.KIND.entry(header, fields)).bytes();
    assertThat(RunningServer.text(running.push(phone.token(), JsonText.read(bytes))))
        .contains("\"seq\"");
    return id;
  }
}
