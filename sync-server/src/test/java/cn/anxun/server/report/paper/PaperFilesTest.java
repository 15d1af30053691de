package cn.anxun.server.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperBlock;
import cn.anxun.core.paper.PaperLayout;
import cn.anxun.server.report.form.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the law asks for stands on every paper, in the PDF and in the document. */
class PaperFilesTest {
  private static final Path FOLDER = Path.of("target", "papers").toAbsolutePath();
  private static final VoidMark VOID = new VoidMark(LocalDate.of(2026, 12, 30), "单位名称写错，另行出具");

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
    documents.add(
        write(
            Paper.CHECK_RECORD,
            SamplePapers.of(Paper.CHECK_RECORD, 6, false),
            Optional.of(VOID),
            "void.docx"));
    Pictures.toPdf(FOLDER, documents);
    for (Paper paper : Paper.values()) {
      Path pdf = write(paper, SamplePapers.of(paper, 6, false), "pdf-" + paper.key() + ".pdf");
      for (Path file : List.of(pdf, FOLDER.resolve(paper.key() + ".pdf"))) {
        assertSays(file, LegalElements.of(paper));
        assertSays(file, LegalElements.ofOfficers(paper));
        assertEndsTogether(file, paper);
      }
    }
    assertThat(text(FOLDER.resolve("pdf-notice.pdf")))
        .doesNotContain(LegalElements.OF_ORDERS_ALONE.toArray(String[]::new));
    assertThat(Pictures.pictures(FOLDER, FOLDER.resolve("void.pdf")))
        .allSatisfy(page -> assertThat(reds(page)).isGreaterThan(5_000));
    assertSays(FOLDER.resolve("void.pdf"), List.of(VOID.line()));
  }

  /** However many findings there are, who signs and the seal never stand without words above. */
  @Test
  void write_whereverThePageEnds_keepsTheSealWithTheLastWords() throws Exception {
    for (Paper paper : Paper.values()) {
      for (int hazards = 3; hazards <= 8; hazards++) {
        String name = "pdf-end-" + paper.key() + hazards + ".pdf";
        assertEndsTogether(write(paper, SamplePapers.of(paper, hazards, false), name), paper);
      }
    }
  }

  @Test
  void write_whenThePaperIsVoid_saysSoAcrossEachPage_sinceWhenAndWhy() throws Exception {
    Fields fields = SamplePapers.of(Paper.CHECK_RECORD, 6, false);

    Path pdf = write(Paper.CHECK_RECORD, fields, Optional.of(VOID), "pdf-void.pdf");

    assertSays(pdf, List.of("本文书已于2026年12月30日作废。原因：单位名称写错，另行出具"));
    List<BufferedImage> plain =
        Pictures.pictures(FOLDER, write(Paper.CHECK_RECORD, fields, "pdf-plain.pdf"));
    List<BufferedImage> pages = Pictures.pictures(FOLDER, pdf);
    assertThat(pages).hasSize(2).allSatisfy(page -> assertThat(reds(page)).isGreaterThan(5_000));
    assertThat(plain).allSatisfy(page -> assertThat(reds(page)).isZero());
  }

  private static int reds(BufferedImage page) {
    int reds = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        Color colour = new Color(page.getRGB(x, y));
        reds += colour.getRed() - colour.getGreen() > 20 ? 1 : 0;
      }
    }
    return reds;
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
      PaperPdf.write(
          "",
          PaperLayout.of(SamplePapers.of(Paper.CHECK_RECORD, 2, false), false),
          Optional.empty(),
          out);
    }
    assertThat(flat(String.join("", Pictures.pages(FOLDER, pdf))))
        .contains("不予显示")
        .doesNotContain("李明")
        .doesNotContain("43060001")
        .doesNotContain("赵六")
        .doesNotContain("13800000000");
  }

  /** The page with the day at its end has the signatures and the last words of the body too. */
  private static void assertEndsTogether(Path pdf, Paper paper) throws Exception {
    List<String> pages = Pictures.pages(FOLDER, pdf);
    String last = flat(pages.get(pages.size() - 1));
    String words =
        switch (paper) {
          case CHECK_RECORD -> "以上情况已当场告知";
          case ORDER -> "如果不服本指令";
          case REVIEW -> "法律依据：";
          case NOTICE -> "不是行政处理决定";
        };
    assertThat(last)
        .as("%s", pdf)
        .contains(words, paper == Paper.NOTICE ? "走访人员（签名）" : "行政执法人员（签名）", "2026年3月2日", "一式两份");
  }

  private static void assertSays(Path pdf, List<String> said) throws Exception {
    String text = text(pdf);
    for (String part : said) {
      assertThat(text).as("%s", pdf).contains(flat(part));
    }
  }

  private static String text(Path pdf) throws Exception {
    return flat(Pictures.written(FOLDER, pdf));
  }

  /** Without spaces and line ends, which fall where the line ends. */
  private static String flat(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static Path write(Paper paper, Fields fields, String name) throws Exception {
    return write(paper, fields, Optional.empty(), name);
  }

  private static Path write(Paper paper, Fields fields, Optional<VoidMark> mark, String name)
      throws Exception {
    List<PaperBlock> blocks = PaperLayout.of(fields, true);
    Path file = FOLDER.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      if (name.endsWith(".pdf")) {
        PaperPdf.write(paper.label(), blocks, mark, out);
      } else {
        PaperDocx.write(paper.label(), blocks, mark, out);
      }
    }
    return file;
  }
}
