package cn.anxun.server.report.command;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.Main;
import cn.anxun.server.report.TestLedger;
import cn.anxun.server.report.fill.FilledFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void fill() {
    new TestLedger(folder.resolve("data")).close();
  }

  private int run(String command, String... arguments) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of(command, "--data", folder.resolve("data").toString(), "--year", "2026"));
    all.addAll(List.of(arguments));
    return Main.run(
        all, Map.of("LANG", "zh_CN.UTF-8"), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private Path file(String name) {
    return folder.resolve("out").resolve(name);
  }

  @Test
  void report_withoutAForm_printsTheIndicators() throws IOException {
    assertThat(run("report", "--out", file("指标.xlsx").toString())).isZero();

    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file("指标.xlsx"))))) {
      String whole = FilledFiles.text(workbook);
      assertThat(whole).contains("年度指标一览表", "排查隐患数", "隐患整改率", "75.00", "台账链值");
    }
    assertThat(out.toString()).contains("已写入", "2026-12-31");
  }

  @Test
  void report_ofAFormByPartOfItsTitle_printsIt() throws IOException {
    assertThat(run("report", "--form", "业务工作经费", "--out", file("表.docx").toString())).isZero();

    try (XWPFDocument document =
        new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(file("表.docx"))))) {
      assertThat(document.getTables().get(1).getText()).contains("隐患整改率", "75.00%", "30.00");
    }
    assertThat(err.toString()).contains("隐患整改率");
  }

  @Test
  void report_asOfAnEarlierEntry_answersAsThen() throws IOException {
    assertThat(
            run("report", "--seq", "4", "--bureau", "qinghe", "--out", file("早.xlsx").toString()))
        .isZero();

    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file("早.xlsx"))))) {
      assertThat(FilledFiles.text(workbook)).contains("100.00").doesNotContain("75.00");
    }
  }

  @Test
  void report_whenFillingATemplateWithAnUnknownPlaceholder_writesNothing() throws IOException {
    Path template = folder.resolve("模板.xlsx");
    FilledFiles.workbook(template, "{{totl}}");

    assertThat(
            run(
                "report",
                "--form",
                "business",
                "--fill",
                template.toString(),
                "--out",
                file("填.xlsx").toString()))
        .isEqualTo(1);
    assertThat(err.toString()).contains("totl", "“total”");
    assertThat(folder.resolve("out")).isEmptyDirectory();
  }

  @Test
  void report_whenFilling_saysWhatWentWhere() throws IOException {
    Path template = folder.resolve("模板.xlsx");
    FilledFiles.workbook(template, "{{row.隐患整改率.actual}}");

    assertThat(
            run(
                "report",
                "--form",
                "business",
                "--fill",
                template.toString(),
                "--tie",
                "表!C3=execution.score",
                "--out",
                file("填.xlsx").toString()))
        .isZero();
    assertThat(err.toString()).contains("表!A1", "75.00%", "表!C3", "10.00");
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void report_ofPlaceholders_listsThemWithTheirValues() {
    assertThat(run("report", "--form", "business", "--placeholders")).isZero();

    assertThat(out.toString())
        .contains("{{row.隐患整改率.actual}}\t75.00%", "{{execution.score}}\t10.00", "{{year}}\t2026");
  }

  @Test
  void report_ofRecords_exportsThem() throws IOException {
    assertThat(run("report", "--records", "hazard", "--out", file("隐患.xlsx").toString())).isZero();
    assertThat(run("report", "--records", "--out", file("全部.xlsx").toString())).isZero();
    assertThat(run("report", "--records", "nothing", "--out", file("x.xlsx").toString()))
        .isEqualTo(2);

    assertThat(err.toString()).contains("hazard");
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file("全部.xlsx"))))) {
      assertThat(workbook.getNumberOfSheets()).isGreaterThan(2);
    }
  }

  @Test
  void report_whenMisused_saysWhatToDo() {
    assertThat(run("report")).isEqualTo(2);
    assertThat(run("report", "--out", file("a.pdf").toString())).isEqualTo(2);
    assertThat(run("report", "--form", "没有", "--out", file("a.xlsx").toString())).isEqualTo(2);
    assertThat(run("report", "--bureau", "nobody", "--out", file("a.xlsx").toString()))
        .isEqualTo(2);
    assertThat(run("report", "--seq", "999", "--out", file("a.xlsx").toString())).isEqualTo(2);

    assertThat(err.toString()).contains("--out", ".docx", "business（2026年度项目", "qinghe", "999");
  }

  @Test
  void evidence_ofASampledRow_writesAZip() throws IOException {
    assertThat(
            run(
                "evidence",
                "--form",
                "business",
                "--row",
                "隐患整改率",
                "--sample",
                "2",
                "--out",
                file("佐证.zip").toString()))
        .isZero();

    try (ZipFile zip = new ZipFile(file("佐证.zip").toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName()))
          .contains("02-隐患整改率/记录明细.xlsx", "SHA256SUMS");
    }
  }

  @Test
  void evidence_ofARowThatIsNot_namesThoseThatAre() {
    assertThat(
            run("evidence", "--form", "business", "--row", "无", "--out", file("a.zip").toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("排查隐患个数、隐患整改率、群众满意度");
  }
}
