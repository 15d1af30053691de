package cn.anxun.server.report.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.anxun.core.entry.Attached;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.report.TestLedger;
import cn.anxun.server.report.evidence.EvidencePackage.Sampling;
import cn.anxun.server.report.form.YearForms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidencePackageTest {
  @TempDir private Path folder;
  private TestLedger test;

  @BeforeEach
  void open() {
    test = new TestLedger(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    test.close();
  }

  private byte[] zip(Optional<String> row, Optional<Sampling> sampling)
      throws IOException, FormRejectedException {
    LedgerState state = test.ledger().state(test.cutoff());
    FormResult form = new YearForms(state, 2026).find("business").orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new EvidencePackage(state, test.ledger(), test.provenance(), folder.resolve("files"))
        .write(form, row, sampling, out);
    return out.toByteArray();
  }

  private Map<String, byte[]> parts(Optional<String> row, Optional<Sampling> sampling)
      throws IOException, FormRejectedException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip(row, sampling)))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    return parts;
  }

  private static String text(Map<String, byte[]> parts, String name) {
    assertThat(parts).containsKey(name);
    return new String(parts.get(name), StandardCharsets.UTF_8);
  }

  @Test
  void write_givesEachRowItsRecordsAndItsComputation() throws Exception {
    Map<String, byte[]> parts = parts(Optional.empty(), Optional.empty());

    assertThat(parts.keySet())
        .contains(
            "说明.txt",
            "2026年度项目支出绩效自评表（业务工作经费）.xlsx",
            "2026年度项目支出绩效自评表（业务工作经费）.docx",
            "依据文件/form.json",
            "01-排查隐患个数/计算过程.txt",
            "01-排查隐患个数/记录明细.xlsx",
            "01-排查隐患个数/records.json",
            "02-隐患整改率/记录明细.xlsx",
            "03-群众满意度/计算过程.txt",
            "manifest.json",
            "SHA256SUMS")
        .doesNotContain("03-群众满意度/记录明细.xlsx");
    assertThat(text(parts, "02-隐患整改率/计算过程.txt"))
        .contains("3 ÷ 4 = 75.00%", "差额：1", "=100%", test.ledger().head().hash());
    assertThat(text(parts, "03-群众满意度/计算过程.txt")).contains("95%", "2026年11月问卷，发放200份");
  }

  @Test
  void write_ofARate_listsPartGapAndWhole() throws Exception {
    Map<String, byte[]> parts = parts(Optional.of("隐患整改率"), Optional.empty());

    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(parts.get("02-隐患整改率/记录明细.xlsx")))) {
      assertThat(workbook.getSheet("分子明细").getLastRowNum()).isEqualTo(1 + 3);
      assertThat(workbook.getSheet("差额明细").getLastRowNum()).isEqualTo(1 + 1);
      assertThat(workbook.getSheet("分母明细").getLastRowNum()).isEqualTo(1 + 4);
    }
    Json.Members json = (Json.Members) JsonText.read(parts.get("02-隐患整改率/records.json"));
    assertThat(((Json.Items) json.values().get("part")).values()).hasSize(3);
    assertThat(json.values().get("whole")).isEqualTo(Json.texts(test.hazards()));
    assertThat(parts.keySet()).noneMatch(name -> name.startsWith("01-"));
  }

  @Test
  void write_namesNobody() throws Exception {
    for (Map.Entry<String, byte[]> part : parts(Optional.empty(), Optional.empty()).entrySet()) {
      if (!part.getKey().endsWith(".xlsx") && !part.getKey().endsWith(".docx")) {
        assertThat(new String(part.getValue(), StandardCharsets.UTF_8))
            .as(part.getKey())
            .doesNotContain("张三丰");
      }
    }
  }

  @Test
  void write_listsTheSumOfEveryFile() throws Exception {
    Map<String, byte[]> parts = parts(Optional.empty(), Optional.empty());
    List<String> lines = new ArrayList<>(text(parts, "SHA256SUMS").lines().toList());

    assertThat(lines).hasSize(parts.size() - 1);
    for (String line : lines) {
      byte[] part = parts.get(line.substring(66));
      String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(part));
      assertThat(line).startsWith(sum + "  ");
    }
  }

  @Test
  void write_ofFilesThatAreHere_addsThemAndSaysWhichAreNot() throws Exception {
    Map<String, byte[]> without = parts(Optional.empty(), Optional.empty());
    assertThat(text(without, "附件清单.txt")).contains(TestLedger.PHOTO, "服务器上没有");

    Files.createDirectories(folder.resolve("files"));
    Files.write(folder.resolve("files").resolve(TestLedger.PHOTO), new byte[] {1, 2, 3});
    Map<String, byte[]> with = parts(Optional.empty(), Optional.empty());
    assertThat(with.get("附件/" + TestLedger.PHOTO + ".jpg")).containsExactly(1, 2, 3);
  }

  @Test
  void write_ofASignedCopy_leavesItOut_andSaysWhenItIsErased() throws Exception {
    String copy = "cd".repeat(32);
    Files.createDirectories(folder.resolve("files"));
    Files.write(folder.resolve("files").resolve(copy), new byte[] {1, 2, 3});
    String hazard = test.hazards().get(0);
    test.say(
        Attached.KIND,
        hazard,
        Fields.NONE,
        List.of(new Attachment(copy, 3, "image/jpeg", "signed-copy")));
    Map<String, byte[]> parts = parts(Optional.empty(), Optional.empty());
    assertThat(text(parts, "附件清单.txt")).contains(copy, "含签名等个人信息，不附");
    assertThat(parts.keySet()).noneMatch(name -> name.contains(copy));

    test.say(
        Redacted.KIND,
        hazard,
        Fields.builder().set(Redacted.TARGET, hazard).set(Redacted.REASON, "本人申请").build(),
        List.of());
    assertThat(text(parts(Optional.empty(), Optional.empty()), "附件清单.txt"))
        .contains(copy, "个人信息已依决定清除");
  }

  @Test
  void write_ofASample_isTheSameForTheSameSeed() throws Exception {
    Optional<Sampling> sampling = Optional.of(new Sampling(2, 42));
    Map<String, byte[]> parts = parts(Optional.of("排查隐患个数"), sampling);
    Json.Members json = (Json.Members) JsonText.read(parts.get("01-排查隐患个数/records.json"));
    List<Json> sample = ((Json.Items) json.values().get("sample")).values();

    assertThat(sample).hasSize(2);
    assertThat(Json.items(sample)).isEqualTo(Json.texts(Sample.draw(test.hazards(), 2, 42)));
    assertThat(text(parts, "说明.txt")).contains("种子 42");
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(parts.get("01-排查隐患个数/记录明细.xlsx")))) {
      assertThat(workbook.getSheet("抽样明细").getLastRowNum()).isEqualTo(1 + 2);
    }
  }

  @Test
  void write_again_givesTheSameBytes() throws Exception {
    byte[] first = zip(Optional.empty(), Optional.empty());
    Thread.sleep(2_100); // A zip counts time in steps of two seconds.
    boolean isSame = Arrays.equals(first, zip(Optional.empty(), Optional.empty()));
    assertThat(isSame).isTrue();
  }

  @Test
  void write_ofARowThatIsNot_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> zip(Optional.of("没有这一行"), Optional.empty()));
  }

  @Test
  void draw_keepsTheOrderAndDependsOnTheSeed() {
    List<String> ids = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    assertThat(Sample.draw(ids, 3, 1)).isEqualTo(Sample.draw(ids, 3, 1)).isSorted().hasSize(3);
    assertThat(Sample.draw(ids, 100, 1)).isEqualTo(ids);
    assertThat(
            List.of(
                Sample.draw(ids, 3, 1),
                Sample.draw(ids, 3, 2),
                Sample.draw(ids, 3, 3),
                Sample.draw(ids, 3, 4)))
        .doesNotHaveDuplicates();
  }
}
