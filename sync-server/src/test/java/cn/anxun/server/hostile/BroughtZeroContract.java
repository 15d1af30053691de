package cn.anxun.server.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.console.form.OfficeYear;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.importer.Workbooks;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The character U+0000 in files that people bring, in their names, headings and cells: a sentence
 * says where it is and what to do, whichever database there is.
 */
abstract class BroughtZeroContract {
  private static final String IMPORT = "/import";
  private static final String FILL = "/forms/safety/fill?year=2026";
  private static final String TIE = "/forms/safety/tie?year=2026";
  private static final String UNITS = "/admin/base/units/upload";
  private static final String PEOPLE = "/admin/people/table";

  /** The ends of the quotes of a plain name, to say another in full: RFC 5987. */
  private static final String NAME = "x.xlsx\"; filename*=UTF-8''a%00b.xlsx; y=\"";

  private static final List<String> HEADS = List.of("检查对象", "发现日期", "隐患描述");
  private static final List<String> GOOD = List.of("清河超市", "2026-03-05", "通道堵塞");

  /** Stands where the character is put. */
  private static final String HERE = "ZERO";

  /** As a spreadsheet program writes it. */
  private static final String WRITTEN = "_x0000_";

  @TempDir Path folder;
  private OfficeYear year;
  private TestBrowser office;

  /** With a directory that nobody has used. */
  abstract DataDirectory data();

  @BeforeEach
  void start() throws Exception {
    year = OfficeYear.startIn(data());
    office = new TestBrowser(year.running().address()).login("office");
  }

  @AfterEach
  void stop() {
    year.close();
  }

  private BureauLedger ledger() {
    return year.running().server().ledger(RunningServer.BUREAU);
  }

  private byte[] workbook(String zero, List<?>... rows) throws IOException {
    Path file = Workbooks.write(folder.resolve("台账.xlsx"), List.of(rows));
    return Workbooks.replaced(file, HERE, zero);
  }

  private HttpResponse<byte[]> bring(byte[] file) throws Exception {
    return office.upload(IMPORT, Map.of("kind", "hazards"), "台账.xlsx", file, IMPORT);
  }

  @Test
  void fileName_isRefused_andNamed() throws Exception {
    byte[] file = workbook("", HEADS, GOOD);
    long before = ledger().lastSeq();
    for (HttpResponse<byte[]> answer :
        List.of(
            office.upload(IMPORT, Map.of("kind", "hazards"), NAME, file, IMPORT),
            office.upload(TIE, Map.of(), NAME, file, FILL),
            office.upload(UNITS, Map.of("mode", "some"), NAME, file, UNITS))) {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(RunningServer.text(answer))
          .contains("文件名“ab.xlsx”里有空字符（U+0000），不能保存。请给文件改名后重新上传。");
    }
    assertThat(ledger().lastSeq()).isEqualTo(before);
    assertThat(office.get(IMPORT).body()).doesNotContain(".xlsx：");
  }

  @Test
  void fileName_withTheVeryByte_isNoRequest() throws Exception {
    byte[] file = workbook("", HEADS, GOOD);
    for (String name : List.of("a\0b.xlsx", "a.xlsx\0")) {
      HttpResponse<byte[]> answer =
          office.upload(IMPORT, Map.of("kind", "hazards"), name, file, IMPORT);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(RunningServer.text(answer)).contains("请求无法理解");
    }
  }

  @Test
  void cell_isNamed_andTheOtherRowsAreImported() throws Exception {
    long before = ledger().lastSeq();
    HttpResponse<byte[]> seen =
        bring(
            workbook(
                WRITTEN,
                HEADS,
                GOOD,
                List.of("清河ZERO超市", "2026-03-06", "灭火器过期"),
                List.of("东方化工", "2026-03-ZERO07", "电线老化"),
                List.of("东方化工", "2026-03-08", "未持证_x005F_x0000_上岗")));
    String address = seen.uri().getPath();
    assertThat(RunningServer.text(seen))
        .contains("第 3 行 A 列：“清河超市”里有看不见的空字符（U+0000），不能保存，请清空该单元格后重新输入。")
        .contains("第 4 行 B 列：“2026-03-07”里有看不见的空字符")
        .contains("跳过有错的 2 行，导入其余（新记录 2 条）");
    assertThat(ledger().lastSeq()).isEqualTo(before);
    assertThat(office.send(address + "/apply", Map.of("skip", "true"), address).body())
        .contains("新增 2 条记录");
    assertThat(office.bytes(address + "/problems").statusCode()).isEqualTo(200);
    assertThat(office.get("/records/hazard").body()).contains("通道堵塞").doesNotContain("灭火器过期");
  }

  @Test
  void heading_isKnownByWhatItShows_alsoWhereSomebodySaysWhatItMeans() throws Exception {
    HttpResponse<byte[]> seen =
        bring(
            workbook(
                WRITTEN,
                List.of("检查ZERO对象", "发现日期", "隐患描述", "ZERO", "某ZERO列"),
                List.of("清河超市", "2026-03-05", "通道堵塞", "一", "一般")));
    String address = seen.uri().getPath();
    assertThat(RunningServer.text(seen)).contains("导入全部（新记录 1 条）").doesNotContain(WRITTEN);

    HttpResponse<String> told =
        office.send(address + "/columns", Map.of("column-E", "level"), address);
    assertThat(told.statusCode()).isEqualTo(200);
    assertThat(told.body()).contains("导入全部（新记录 1 条）");
    assertThat(office.send(address + "/apply", Map.of("skip", "false"), address).body())
        .contains("已导入，新增 1 条记录");
    assertThat(ledger().importHeadings("hazards")).containsEntry("某列", "level");
  }

  @Test
  void workbook_whoseXmlHoldsIt_isSaidToBeBroken() throws Exception {
    for (String zero : List.of("\0", "&#0;", "&#x0;")) {
      for (List<?> heads : List.of(HEADS, List.of("检查对象", "发现日期", "隐患ZERO描述"))) {
        HttpResponse<byte[]> seen =
            bring(workbook(zero, heads, List.of("清河超市", "2026-03-05", "通道ZERO堵塞")));
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(RunningServer.text(seen))
            .contains("文件已损坏，请在 Office 或 WPS 中打开并另存后重试。")
            .doesNotContain("导入全部");
      }
    }
  }

  @Test
  void cellOfATable_isNamed_andNothingIsDrafted() throws Exception {
    byte[] file = workbook(WRITTEN, List.of("单位编码", "单位名称"), List.of("U01", "长土ZERO街道"));
    HttpResponse<byte[]> answer =
        office.upload(UNITS, Map.of("mode", "some"), "表.xlsx", file, UNITS);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(RunningServer.text(answer)).contains("第 2 行 B 列", "“长土街道”里有看不见的空字符（U+0000）");
  }

  @Test
  void cellOfAPerson_isNamed_andNoAccountIsMade() throws Exception {
    year.running().addAccount("root", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
    TestBrowser root = new TestBrowser(year.running().address()).login("root");
    byte[] file = workbook(WRITTEN, List.of("账号", "姓名"), List.of("zhangZERO", "张ZERO三"));
    HttpResponse<byte[]> answer = root.upload(PEOPLE, Map.of(), "人员.xlsx", file, PEOPLE);
    assertThat(RunningServer.text(answer))
        .contains("A2：“zhang”里有看不见的空字符（U+0000）", "B2：“张三”里有看不见的空字符", "一个账号也没有建");
    assertThat(year.running().server().directory().accounts().find("zhang" + WRITTEN)).isEmpty();
  }
}
