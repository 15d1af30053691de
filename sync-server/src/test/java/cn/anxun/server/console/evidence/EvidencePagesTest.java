package cn.anxun.server.console.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.Main;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.console.form.OfficeYear;
import cn.anxun.server.http.v1.RunningServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a form's row rests on, in the browser and as a zip. */
final class EvidencePagesTest {
  private static final String ROW = "/forms/safety/row/2/evidence";
  private static final String YEAR = "?year=2026";
  private static final Pattern RECORD = Pattern.compile("href=\"(/record/[^\"]+)\"");

  @TempDir private Path folder;
  private OfficeYear year;
  private TestBrowser office;

  @BeforeEach
  void start() throws Exception {
    year = OfficeYear.startIn(folder.resolve("data"));
    office = new TestBrowser(year.running().address()).login("office");
  }

  @AfterEach
  void stop() {
    year.close();
  }

  private byte[] byCommand(String... arguments) throws Exception {
    Path file = folder.resolve("out").resolve("e.zip");
    List<String> all = new ArrayList<>(List.of("evidence", "--data", folder.resolve("data") + ""));
    all.addAll(List.of("--year", "2026", "--form", "safety", "--out", file.toString()));
    all.addAll(List.of(arguments));
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            all,
            Map.of("LANG", "zh_CN.UTF-8"),
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true));
    assertThat(code).as(err.toString()).isZero();
    return Files.readAllBytes(file);
  }

  /** Its SHA-256: a failure need not print the whole file. */
  private static String sum(byte[] file) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
  }

  private static List<String> records(String page) {
    List<String> records = new ArrayList<>();
    Matcher matcher = RECORD.matcher(page);
    while (matcher.find()) {
      if (!records.contains(matcher.group(1))) {
        records.add(matcher.group(1));
      }
    }
    return records;
  }

  private String head() throws Exception {
    Matcher head =
        Pattern.compile("\"head\":\"([0-9a-f]{64})\"")
            .matcher(office.get("/api/v1/indicators" + YEAR).body());
    assertThat(head.find()).isTrue();
    return head.group(1);
  }

  @Test
  void row_showsItsComputationItsRecordsAndTheLedgersHead() throws Exception {
    String page = office.get(ROW + YEAR).body();
    assertThat(page)
        .contains(
            "2 ÷ 3 = 66.67%", "统计“隐患”的条数", head(), "计入的记录（2）", "未计入的记录（1）", "--row \"隐患整改率\"");
    assertThat(records(page)).hasSize(2);
    assertThat(records(office.get(ROW + YEAR + "&of=gap").body())).hasSize(1);
    assertThat(office.get("/forms/safety/row/4/evidence" + YEAR).body()).contains("不取自台账");
    assertThat(office.get("/forms/safety" + YEAR).body()).contains(ROW + YEAR);
  }

  @Test
  void zip_isWhatTheCommandMakes_byteForByte() throws Exception {
    HttpResponse<byte[]> row = office.bytes(ROW + ".zip" + YEAR + "&asOf=6:2026-11-30");
    assertThat(row.headers().firstValue("Content-Type").orElse("")).startsWith("application/zip");
    assertThat(row.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"evidence.zip\"");
    assertThat(sum(row.body()))
        .isEqualTo(sum(byCommand("--row", "隐患整改率", "--seq", "6", "--date", "2026-11-30")));
    assertThat(
            sum(office.bytes(ROW + ".zip" + YEAR + "&asOf=5:2026-12-31&sample=1&seed=42").body()))
        .isEqualTo(sum(byCommand("--row", "隐患整改率", "--seq", "5", "--sample", "1", "--seed", "42")));
    assertThat(sum(office.bytes("/forms/safety/evidence.zip" + YEAR + "&asOf=6:2026-12-31").body()))
        .isEqualTo(sum(byCommand()));
    assertThat(year.running().server().directory().audit().list(RunningServer.BUREAU, 0, 100))
        .extracting(entry -> entry.event().object() + ": " + entry.event().detail())
        .contains(
            "evidence 2026/safety: row 隐患整改率, sample 1 seed 42, seq 5 date 2026-12-31",
            "evidence 2026/safety: row 隐患整改率, seq 6 date 2026-11-30");
  }

  @Test
  void sample_ofTheSameSeed_isTheSame_andWhatIsWrongIsSaid() throws Exception {
    for (int i = 0; i < 8; i++) {
      year.find(true);
    }
    String query = YEAR + "&sample=3&seed=";
    List<String> drawn = records(office.get(ROW + query + "7").body());
    assertThat(drawn).hasSize(3).isEqualTo(records(office.get(ROW + query + "7").body()));
    assertThat(records(office.get(ROW + query + "8").body())).isNotEqualTo(drawn);
    HttpResponse<String> none = office.get(ROW + YEAR + "&sample=0&seed=9");
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(none.body()).contains("“抽样条数”应为 1 至 100000", "value=\"0\"", "value=\"9\"");
    assertThat(office.get(ROW + query + "x").body()).contains("“种子”应为", "value=\"x\"");
    assertThat(office.get(ROW + ".zip" + query + "x").statusCode()).isEqualTo(400);
    assertThat(office.get(ROW + YEAR + "&of=sample").statusCode()).isEqualTo(400);
    assertThat(office.get(ROW + YEAR + "&of=x").statusCode()).isEqualTo(400);
    assertThat(office.get("/forms/safety/row/9/evidence" + YEAR).statusCode()).isEqualTo(404);
    assertThat(office.get("/forms/none/row/1/evidence.zip" + YEAR).statusCode()).isEqualTo(404);
  }

  @Test
  void closedYear_isShownAsSigned_andAsItIsNow() throws Exception {
    String page = "/year-end" + YEAR;
    String seq = office.value(page, "seq");
    office.send(page, Map.of("seq", seq, "override", "提前关账", "edition", ""), page);
    year.find(false);
    assertThat(office.get(ROW + YEAR).body())
        .contains("2 ÷ 3 = 66.67%", "第 1 版由", "签署值为 66.67%", "第 1 版（截至2026年12月31日）");
    assertThat(office.get(ROW + YEAR + "&asOf=latest").body())
        .contains("2 ÷ 4 = 50.00%")
        .doesNotContain("签署值为");
  }

  @Test
  void evidence_askedByOneWhoMayNotTakeItAway_isRefused() throws Exception {
    year.running().addAccount("li", Grant.of(RunningServer.BUREAU, Role.INSPECTOR));
    TestBrowser li = new TestBrowser(year.running().address()).login("li");
    assertThat(li.get(ROW + YEAR).statusCode()).isEqualTo(403);
    assertThat(li.get(ROW + ".zip" + YEAR).statusCode()).isEqualTo(403);
    assertThat(li.get("/forms/safety" + YEAR).body()).doesNotContain("/evidence");
    assertThat(li.get("/forms/safety/row/2" + YEAR).body()).doesNotContain("/evidence");
  }
}
