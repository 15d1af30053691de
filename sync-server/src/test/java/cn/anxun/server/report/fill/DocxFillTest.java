package cn.anxun.server.report.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.anxun.server.report.form.FormDetails;
import cn.anxun.server.report.form.FormValues;
import cn.anxun.server.report.form.SampleForms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class DocxFillTest {
  private static final String DOCUMENT = "word/document.xml";

  private static final String BODY =
      """
      <w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>本年得分{{to</w:t></w:r>\
      <w:proofErr w:type="spellStart"/><w:r><w:t>tal</w:t></w:r><w:r><w:rPr><w:i/></w:rPr>\
      <w:t>}} 分 &amp; 其他</w:t></w:r></w:p>
      <!-- 不动 --><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{row.隐患整改率.actual}}</w:t></w:r></w:p></w:tc>\
      <w:tc><w:p><w:r><w:t>固定</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      <w:p><w:r><w:t>执行率{{execution.rate}}，{{year}}年</w:t><w:tab/><w:t>完</w:t></w:r></w:p>
      """;

  private final FormValues values =
      new FormValues(SampleForms.overall(), SampleForms.DETAILS, SampleForms.PROVENANCE);

  private byte[] fill(byte[] template) throws IOException, FillException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FormFiller.fill(template, values, List.of(), out);
    return out.toByteArray();
  }

  private String fillBody(String body) throws IOException, FillException {
    return Zips.text(fill(BureauTemplates.document(body)), DOCUMENT);
  }

  @Test
  void fill_ofPlaceholdersInAnyRuns_changesTheirTextsOnly() throws Exception {
    byte[] template = BureauTemplates.document(BODY);
    byte[] filled = fill(template);

    assertThat(Zips.text(filled, DOCUMENT))
        .isEqualTo(
            Zips.text(template, DOCUMENT)
                .replace("本年得分{{to", "本年得分98.71")
                .replace("<w:t>tal</w:t>", "<w:t></w:t>")
                .replace("<w:t>}} 分", "<w:t xml:space=\"preserve\"> 分")
                .replace("{{row.隐患整改率.actual}}", "99.46%")
                .replace("{{execution.rate}}", "97.56%")
                .replace("{{year}}", "2026"));
  }

  @Test
  void fill_leavesEveryOtherPartInItsVeryBytes() throws Exception {
    byte[] template = BureauTemplates.document(BODY);
    Map<String, byte[]> before = Zips.read(template);
    Map<String, byte[]> after = Zips.read(fill(template));

    assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
    for (String part : before.keySet()) {
      boolean changes = part.equals(DOCUMENT) || part.equals("word/header1.xml");
      assertThat(Arrays.equals(after.get(part), before.get(part))).as(part).isNotEqualTo(changes);
    }
  }

  @Test
  void fill_ofAHeader_fillsItToo() throws Exception {
    byte[] filled = fill(BureauTemplates.document(BODY));

    assertThat(Zips.text(filled, "word/header1.xml")).contains("<w:t>云岭市清河区应急管理局</w:t>");
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(filled))) {
      assertThat(document.getParagraphs().get(0).getText()).isEqualTo("本年得分98.71 分 & 其他");
      assertThat(document.getTables().get(0).getRow(0).getCell(0).getText()).isEqualTo("99.46%");
    }
  }

  @Test
  void fill_howeverTheTextIsCutIntoRuns_readsTheSame() throws Exception {
    String text = "得{{total}}、{{year}}。";
    for (int first = 1; first < text.length() - 1; first++) {
      for (int second = first + 1; second < text.length(); second++) {
        String body =
            "<w:p>"
                + run(text.substring(0, first))
                + run(text.substring(first, second))
                + run(text.substring(second))
                + "</w:p>";
        assertThat(fillBody(body).replaceAll("<[^>]+>", "").strip())
            .as("cut at %d and %d", first, second)
            .isEqualTo("得98.71、2026。");
      }
    }
  }

  private static String run(String text) {
    return "<w:r><w:t>" + text + "</w:t></w:r>";
  }

  @Test
  void fill_aroundEntities_keepsThemAsTheyAreWritten() throws Exception {
    assertThat(fillBody("<w:p>" + run("&#x4E00;&quot;{{total}}&apos;&amp;") + "</w:p>"))
        .contains("<w:t>&#x4E00;&quot;98.71&apos;&amp;</w:t>");
  }

  @Test
  void fill_inACdataSection_escapesTheValueOnly() throws Exception {
    String filled = fillBody("<w:p>" + run("<![CDATA[甲<{{total}}>乙]]>") + "</w:p>");

    assertThat(filled).contains("<w:t><![CDATA[甲<]]>98.71<![CDATA[>乙]]></w:t>");
  }

  @Test
  void fill_inATextBox_fillsBothItsParagraphAndTheOneAround() throws Exception {
    String filled =
        fillBody(
            "<w:p>"
                + run("外{{ye")
                + "<w:r><w:pict><w:txbxContent><w:p>"
                + run("内{{total}}")
                + "</w:p></w:txbxContent></w:pict></w:r>"
                + run("外{{year}}")
                + "</w:p>");

    assertThat(filled).contains("内98.71").contains("外{{ye").contains("外2026");
  }

  @Test
  void fill_ofSeveralLines_breaksTheRunsLine() throws Exception {
    FormValues lines =
        new FormValues(
            SampleForms.overall(),
            new FormDetails("", "甲<\n乙", "", Optional.empty()),
            SampleForms.PROVENANCE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FormFiller.fill(
        BureauTemplates.document("<w:p>" + run("{{prepared_by}}") + "</w:p>"),
        lines,
        List.of(),
        out);

    assertThat(Zips.text(out.toByteArray(), DOCUMENT))
        .contains("<w:t>甲&lt;</w:t><w:br/><w:t xml:space=\"preserve\">乙</w:t>");
  }

  @Test
  void fill_whenSeveralAreUnknown_saysAllOfThemAndWritesNothing() throws Exception {
    byte[] template =
        BureauTemplates.document(
            "<w:p>"
                + run("{{nope}}和{{total}}")
                + "</w:p><w:p>"
                + run("{{budget.fullyear}}")
                + "</w:p>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FillException failed =
        catchThrowableOfType(
            FillException.class, () -> FormFiller.fill(template, values, List.of(), out));

    assertThat(out.size()).isZero();
    assertThat(failed.problems())
        .extracting(FillProblem::where)
        .containsExactly("document 第 1 段", "document 第 2 段");
    assertThat(failed.getMessage()).contains("nope", "budget.full_year");
  }

  @Test
  void fill_whenAPlaceholderStandsWhereNoneCanBe_saysSo() throws Exception {
    byte[] template =
        Zips.with(
            BureauTemplates.document(BODY),
            "word/comments.xml",
            "<c>{{to<i/>tal}}</c>".getBytes(StandardCharsets.UTF_8));
    FillException failed =
        catchThrowableOfType(
            FillException.class,
            () -> FormFiller.fill(template, values, List.of(), new ByteArrayOutputStream()));

    assertThat(failed.problems())
        .extracting(FillProblem::reason)
        .containsExactly(FillProblem.Reason.UNREACHABLE);
  }
}
