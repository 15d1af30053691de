package cn.anxun.server.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperBlock;
import cn.anxun.core.paper.PaperLayout;
import cn.anxun.server.report.form.Pictures;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the law asks for stands on every paper, in the PDF and in the document. */
class PaperFilesTest {
  private static final Path FOLDER = Path.of("target", "papers").toAbsolutePath();

  private static final Map<Paper, List<String>> LEGAL =
      Map.of(
          Paper.CHECK_RECORD,
          List.of(
              "某区应急管理局行政执法文书",
              "（区）应急检记〔2026〕12号",
              "某某精密机械制造有限公司",
              "建设路8号",
              "一车间、配电室、喷漆房",
              "2026年3月2日9时05分",
              "2026年3月2日11时30分",
              "李明、王芳",
              "43060001、43060002",
              "出示证件",
              "消火栓箱",
              "安全生产法》第六十五条、第六十八条",
              "行政执法人员（签名）",
              "被检查单位负责人（签名）"),
          Paper.ORDER,
          List.of(
              "（区）应急责改〔2026〕12号",
              "第2项问题于2026年3月12日前",
              "2026年4月1日前整改完毕",
              "撤出作业人员",
              "行政复议",
              "行政诉讼",
              "（印章）",
              "李明（证号：43060001）"),
          Paper.REVIEW,
          List.of("（区）应急复查〔2026〕12号", "责令限期整改指令书", "（区）应急责改〔2026〕12号", "已按要求整改完毕", "未按要求整改完毕"),
          Paper.NOTICE,
          List.of("安全隐患告知单", "不是行政处理决定", "签收人"));

  @BeforeAll
  static void makeFolder() throws Exception {
    Pictures.assumeInstalled();
    Files.createDirectories(FOLDER);
  }

  @Test
  void write_whenEachPaperIsPrinted_saysEverythingTheLawAsksFor() throws Exception {
    List<Path> documents = new ArrayList<>();
    for (Paper paper : Paper.values()) {
      documents.add(write(paper, SamplePapers.of(paper, 6, false), paper.key() + ".docx"));
    }
    documents.add(
        write(Paper.CHECK_RECORD, SamplePapers.of(Paper.CHECK_RECORD, 45, true), "long.docx"));
    Pictures.toPdf(FOLDER, documents);
    for (Paper paper : Paper.values()) {
      assertSays(FOLDER.resolve(paper.key() + ".pdf"), LEGAL.get(paper));
      Path pdf = write(paper, SamplePapers.of(paper, 6, false), "pdf-" + paper.key() + ".pdf");
      assertSays(pdf, LEGAL.get(paper));
    }
  }

  @Test
  void write_whenTheHazardsFillPages_repeatsTheHeadingNumbersThePagesAndSaysTheRefusal()
      throws Exception {
    Fields fields = SamplePapers.of(Paper.CHECK_RECORD, 45, true);

    Path pdf = write(Paper.CHECK_RECORD, fields, "pdf-long.pdf");

    List<String> pages = Pictures.pages(FOLDER, pdf);
    assertThat(pages).hasSizeGreaterThan(2);
    for (int i = 0; i < pages.size(); i++) {
      assertThat(flat(pages.get(i))).contains("第" + (i + 1) + "页共" + pages.size() + "页");
    }
    assertThat(flat(pages.get(1))).contains("序号").contains("存在的问题");
    assertSays(pdf, List.of("（44）", "拒绝签字，理由：对第1项有异议", "见证人（签名）", "陈七（社区干部）"));
  }

  @Test
  void write_whenThePersonsMayNotBeSeen_namesNobody() throws Exception {
    Path pdf = FOLDER.resolve("pdf-hidden.pdf");
    try (OutputStream out = Files.newOutputStream(pdf)) {
      PaperPdf.write("", PaperLayout.of(SamplePapers.of(Paper.CHECK_RECORD, 2, false), false), out);
    }
    assertThat(flat(String.join("", Pictures.pages(FOLDER, pdf))))
        .contains("不予显示")
        .doesNotContain("李明")
        .doesNotContain("43060001")
        .doesNotContain("赵六")
        .doesNotContain("13800000000");
  }

  private static void assertSays(Path pdf, List<String> said) throws Exception {
    String text = flat(String.join("", Pictures.pages(FOLDER, pdf)));
    for (String part : said) {
      assertThat(text).as("%s", pdf).contains(flat(part));
    }
  }

  /** Without spaces and line ends, which fall where the line ends. */
  private static String flat(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static Path write(Paper paper, Fields fields, String name) throws Exception {
    List<PaperBlock> blocks = PaperLayout.of(fields, true);
    Path file = FOLDER.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      if (name.endsWith(".pdf")) {
        PaperPdf.write(paper.label(), blocks, out);
      } else {
        PaperDocx.write(paper.label(), blocks, out);
      }
    }
    return file;
  }
}
