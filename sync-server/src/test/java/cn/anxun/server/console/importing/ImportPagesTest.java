package cn.anxun.server.console.importing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.Office;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.importer.ImportKind;
import cn.anxun.server.importer.Workbooks;
import cn.anxun.server.storage.BureauLedger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger kept in a workbook, imported in the browser. */
final class ImportPagesTest {
  private static final List<String> HEADS = List.of("检查对象", "发现日期", "隐患描述", "隐患级别", "整改期限");
  private static final List<String> GOOD =
      List.of("清河超市", "2026-03-05", "通道堵塞", "一般", "2026-04-04");
  private static final List<String> OTHER = List.of("东方化工", "2026-03-06", "灭火器过期", "一般", "");
  private static final List<String> BAD = List.of("东方化工", "三月七日", "电线<b>老化</b>", "一般", "");

  @TempDir private Path folder;
  private Office office;
  private TestBrowser clerk;

  @BeforeEach
  void start() throws Exception {
    office = Office.open();
    clerk = office.login(Role.OFFICE);
  }

  @AfterEach
  void stop() {
    office.close();
  }

  private BureauLedger ledger() {
    return office.running().server().ledger(RunningServer.BUREAU);
  }

  private byte[] workbook(List<?>... rows) throws IOException {
    return Files.readAllBytes(Workbooks.write(folder.resolve("台账.xlsx"), List.of(rows)));
  }

  private static String text(HttpResponse<byte[]> page) {
    return new String(page.body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> upload(TestBrowser browser, byte[] file) throws Exception {
    return browser.upload("/import", Map.of("kind", "hazards"), "ledger.xlsx", file, "/import");
  }

  private String apply(String address, String skip) throws Exception {
    return clerk.send(address + "/apply", Map.of("skip", skip), address).body();
  }

  private long hazards() {
    Matcher size = Pattern.compile("隐患 (\\d+)").matcher(get("/records/hazard"));
    return size.find() ? Long.parseLong(size.group(1)) : 0;
  }

  private String get(String path) {
    try {
      return clerk.get(path).body();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void upload_ofGoodRows_isSeenFirst_thenImportedOnce() throws Exception {
    HttpResponse<byte[]> seen = upload(clerk, workbook(HEADS, GOOD, OTHER));
    String address = seen.uri().getPath();

    assertThat(text(seen)).contains("导入全部（新记录 2 条）").contains("通道堵塞").contains("B 发现日期");
    assertThat(ledger().lastSeq()).isZero();

    String done = apply(address, "false");
    assertThat(done).contains("已导入，新增 2 条记录").contains("/record/").contains("通道堵塞");
    assertThat(hazards()).isEqualTo(2);
    long seq = ledger().lastSeq();
    apply(address, "false");
    assertThat(ledger().lastSeq()).isEqualTo(seq);
    assertThat(files()).isEmpty();

    assertThat(text(upload(clerk, workbook(HEADS, GOOD, OTHER))))
        .contains("没有新内容")
        .doesNotContain("导入全部");
    assertThat(
            office
                .running()
                .server()
                .directory()
                .audit()
                .list(RunningServer.BUREAU, 0, 1000)
                .stream()
                .filter(row -> row.event().action().equals("import"))
                .map(row -> row.event().detail()))
        .containsExactly("hazards records 2 entries 4");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files =
        Files.list(office.running().server().data().root().resolve("uploads"))) {
      return files.toList();
    }
  }

  @Test
  void upload_withABadRow_saysSoAtItsCell_andTheRestIsImported() throws Exception {
    HttpResponse<byte[]> seen = upload(clerk, workbook(HEADS, GOOD, BAD, OTHER));
    String address = seen.uri().getPath();

    assertThat(text(seen))
        .contains("第 3 行 B 列：“三月七日”不是日期")
        .contains("<td class=\"cell-bad\">三月七日")
        .contains("电线&lt;b&gt;老化")
        .contains("跳过有错的 1 行，导入其余（新记录 2 条）")
        .doesNotContain("导入全部");
    assertThat(clerk.send(address + "/apply", Map.of("skip", "false"), address).body())
        .contains("跳过有错的 1 行");
    assertThat(ledger().lastSeq()).isZero();
    assertThat(get(address)).contains("第 3 行 B 列");

    try (ReadableWorkbook problems =
        new ReadableWorkbook(new ByteArrayInputStream(clerk.bytes(address + "/problems").body()))) {
      List<Row> rows = problems.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(5)).isEqualTo("导入问题");
      assertThat(rows.get(1).getCellText(0)).isEqualTo("清河超市");
      assertThat(rows.get(2).getCellText(5)).contains("B 列").contains("不是日期");
    }
  }

  @Test
  void problems_mendedInTheirFile_areImportedAlone() throws Exception {
    String address = upload(clerk, workbook(HEADS, GOOD, BAD)).uri().getPath();
    assertThat(apply(address, "true")).contains("新增 1 条记录；有错的 1 行没有导入");
    List<String> heads = new ArrayList<>(HEADS);
    heads.add("导入问题");

    List<String> mended = List.of("东方化工", "2026-03-07", "电线<b>老化</b>", "一般", "", "B 列：不是日期");
    assertThat(text(upload(clerk, workbook(heads, GOOD, mended))))
        .contains("导入全部（新记录 1 条）")
        .contains("认出 5 列，0 列不导入");
  }

  @Test
  void column_thatSomebodySaysOnce_isKnownInTheNextFile() throws Exception {
    List<String> heads = List.of("检查对象", "发现日期", "查出的毛病", "经办");
    List<String> row = List.of("清河超市", "2026-03-05", "通道堵塞", "张");
    HttpResponse<byte[]> seen = upload(clerk, workbook(heads, row));
    String address = seen.uri().getPath();
    assertThat(text(seen)).contains("没有认出：隐患描述").doesNotContain("导入全部");

    HttpResponse<String> twice =
        clerk.send(
            address + "/columns",
            Map.of("column-C", "description", "column-D", "description"),
            address);
    assertThat(twice.statusCode()).isEqualTo(400);
    assertThat(twice.body()).contains("“隐患描述”指定给了两列");

    String mapped =
        clerk
            .send(address + "/columns", Map.of("column-C", "description", "column-D", ""), address)
            .body();
    assertThat(mapped).contains("导入全部（新记录 1 条）").contains("认出 3 列，1 列不导入");
    office.running().addAccount("colleague", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
    TestBrowser colleague = new TestBrowser(office.running().address()).login("colleague");
    assertThat(text(upload(colleague, workbook(heads, row)))).contains("导入全部（新记录 1 条）");
  }

  @Test
  void import_ofAnother_isNotFound() throws Exception {
    String address = upload(clerk, workbook(HEADS, GOOD)).uri().getPath();
    TestBrowser other = office.login(Role.ADMINISTRATOR);

    assertThat(other.get(address).statusCode()).isEqualTo(404);
    assertThat(other.get(address + "/problems").statusCode()).isEqualTo(404);
    assertThat(other.get("/import").body()).doesNotContain(address);
    assertThat(clerk.get("/import").body()).contains(address);
  }

  @Test
  void discard_deletesTheFile() throws Exception {
    String address = upload(clerk, workbook(HEADS, GOOD)).uri().getPath();
    assertThat(files()).hasSize(1);

    clerk.send(address + "/discard", Map.of(), address);
    assertThat(files()).isEmpty();
    assertThat(clerk.get(address).statusCode()).isEqualTo(404);
  }

  @Test
  void upload_ofWhatIsNoWorkbook_isRefusedInWords() throws Exception {
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
    assertThat(text(upload(clerk, old))).contains("旧格式（.xls）");
    assertThat(text(upload(clerk, "a,b".getBytes(StandardCharsets.UTF_8))))
        .contains("不是 .xlsx 工作簿");
    assertThat(text(upload(clerk, workbook(List.of())))).contains("没有内容");
    HttpResponse<byte[]> large = upload(clerk, new byte[11 * 1024 * 1024]);
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(text(large)).contains("文件不得超过 10 MB");
    HttpResponse<byte[]> noKind =
        clerk.upload("/import", Map.of("kind", "people"), "a.xlsx", old, "/import");
    assertThat(noKind.statusCode()).isEqualTo(400);
    assertThat(text(noKind)).contains("请选择要导入的台账");
    assertThat(ledger().lastSeq()).isZero();
  }

  @Test
  void template_ofEachKind_isImportable() throws Exception {
    for (String kind : ImportKind.KEYS) {
      HttpResponse<byte[]> template = clerk.bytes("/import/template/" + kind);
      assertThat(template.headers().firstValue("Content-Disposition").orElse(""))
          .contains(kind + ".xlsx");
      HttpResponse<byte[]> seen =
          clerk.upload("/import", Map.of("kind", kind), "t.xlsx", template.body(), "/import");
      assertThat(text(seen)).as(kind).contains("0 列不导入").contains("没有新内容");
    }
  }

  @Test
  void sheet_andRowOfTheHeading_areChosen() throws Exception {
    HttpResponse<byte[]> seen =
        upload(clerk, workbook(List.of("某区台账"), List.of("查", "时间"), HEADS, GOOD));
    String address = seen.uri().getPath();
    assertThat(text(seen)).contains("name=\"row\" min=\"1\" max=\"999999\" value=\"3\"");

    String chosen =
        clerk.send(address + "/sheet", Map.of("sheet", "台账", "row", "2"), address).body();
    assertThat(chosen).contains("第 2 行的表头里没有认出");
    assertThat(clerk.send(address + "/sheet", Map.of("sheet", "别的", "row", ""), address).body())
        .contains("没有名为“别的”的工作表");
  }

  @Test
  void largeLedger_isReadBesideThePage() throws Exception {
    List<List<?>> rows = new ArrayList<>();
    rows.add(HEADS);
    int count = Integer.getInteger("anxun.import.rows", 1_200);
    for (int i = 0; i < count; i++) {
      rows.add(List.of("单位" + i % 300, "2026-03-05", "隐患" + i, "一般", "2026-04-04"));
    }
    byte[] file = Files.readAllBytes(Workbooks.write(folder.resolve("大.xlsx"), rows));
    long begun = System.nanoTime();
    String address = upload(clerk, file).uri().getPath();
    long answered = System.nanoTime();
    String seen = await(address);
    long read = System.nanoTime();
    assertThat(seen).contains("导入全部");
    clerk.send(address + "/apply", Map.of("skip", "false"), address);
    assertThat(await(address)).contains("已导入，新增");
    System.out.printf(
        "%d rows, %d KB: answered after %d ms, read after %d ms, imported after %d ms%n",
        count,
        file.length / 1024,
        (answered - begun) / 1_000_000,
        (read - begun) / 1_000_000,
        (System.nanoTime() - begun) / 1_000_000);
    assertThat(ledger().lastSeq()).isEqualTo(count + 300);
  }

  private String await(String address) throws Exception {
    String page = get(address);
    while (page.contains("<progress")) {
      Thread.sleep(100);
      page = get(address);
    }
    return page;
  }
}
