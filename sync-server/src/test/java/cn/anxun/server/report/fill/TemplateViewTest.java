package cn.anxun.server.report.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.server.report.fill.TemplateView.Cell;
import cn.anxun.server.report.fill.TemplateView.Sheet;
import cn.anxun.server.report.form.FormValues;
import cn.anxun.server.report.form.SampleForms;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateViewTest {
  private static final String DOCUMENT = "word/document.xml";

  private static final String BODY =
      """
      <w:p><w:r><w:t>2026年度自评表</w:t></w:r></w:p>
      <w:tbl><w:tblGrid><w:gridCol w:w="2200"/><w:gridCol w:w="1100"/><w:gridCol w:w="1100"/></w:tblGrid>
      <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>产出</w:t></w:r></w:p></w:tc>\
      <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>旧</w:t></w:r><w:r><w:t>值</w:t></w:r></w:p></w:tc></w:tr>
      <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>\
      <w:tc><w:p><w:pPr><w:rPr><w:i/></w:rPr></w:pPr></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>
      <w:p><w:r><w:rPr><w:u/></w:rPr><w:t>得分：</w:t></w:r></w:p>
      """;

  private final FormValues values =
      new FormValues(SampleForms.overall(), SampleForms.DETAILS, SampleForms.PROVENANCE);

  private static Cell cell(TemplateView view, String sheet, String place) {
    return view.find(sheet, place).orElseThrow();
  }

  @Test
  void read_ofAWorkbook_showsItsTextsMergedCellsAndFormulas() throws Exception {
    TemplateView view = TemplateView.read(BureauTemplates.workbook());

    Sheet sheet = view.sheets().get(0);
    assertThat(sheet.name()).isEqualTo("自评表");
    assertThat(cell(view, "自评表", "A1").columns()).isEqualTo(6);
    assertThat(cell(view, "自评表", "A1").text()).isEqualTo("{{bureau}}{{year}}年度自评表");
    assertThat(view.find("自评表", "B1")).isEmpty();
    assertThat(cell(view, "自评表", "C4").computed()).isTrue();
    assertThat(cell(view, "自评表", "B5").columns()).isEqualTo(2);
    assertThat(sheet.rows()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(sheet.more()).isFalse();
  }

  @Test
  void read_ofADocument_showsItsTablesAndItsParagraphs() throws Exception {
    TemplateView view = TemplateView.read(BureauTemplates.document(BODY));

    assertThat(view.sheets()).extracting(Sheet::name).containsExactly("表1", "正文");
    assertThat(view.sheets().get(0).widths()).containsExactly(20, 10, 10);
    assertThat(cell(view, "表1", "A1")).isEqualTo(new Cell("A1", "产出", 1, 2, false));
    assertThat(cell(view, "表1", "B1")).isEqualTo(new Cell("B1", "旧值", 2, 1, false));
    assertThat(view.find("表1", "A2")).isEmpty();
    assertThat(cell(view, "正文", "A2").text()).isEqualTo("得分：");
  }

  @Test
  void layout_isThatOfNextYearsFile_andOfNoOther() throws Exception {
    String now = TemplateView.read(BureauTemplates.document(BODY)).layout();

    assertThat(TemplateView.read(BureauTemplates.document(BODY.replace("2026", "2027"))).layout())
        .isEqualTo(now);
    assertThat(TemplateView.read(BureauTemplates.document(BODY.replace("产出", "效益"))).layout())
        .isNotEqualTo(now);
  }

  @Test
  void fill_ofADocumentsTiedCells_changesTheirTextsOnly() throws Exception {
    byte[] template = BureauTemplates.document(BODY);
    byte[] filled =
        fill(
            template,
            new Tie("表1", "B1", "row.隐患整改率.actual"),
            new Tie("表1", "B2", "total"),
            new Tie("表1", "C2", "year"),
            new Tie("正文", "A2", "total"));
    String space = "<w:t xml:space=\"preserve\">";
    assertThat(Zips.text(filled, DOCUMENT))
        .isEqualTo(
            Zips.text(template, DOCUMENT)
                .replace("<w:t>旧</w:t>", space + "99.46%</w:t>")
                .replace("<w:t>值</w:t>", space + "</w:t>")
                .replace(
                    "</w:pPr></w:p></w:tc>",
                    "</w:pPr><w:r><w:rPr><w:i/></w:rPr>" + space + "98.71</w:t></w:r></w:p></w:tc>")
                .replace(
                    "<w:tc><w:p/></w:tc></w:tr></w:tbl>",
                    "<w:tc><w:p><w:r>" + space + "2026</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
                .replace(
                    "得分：</w:t></w:r>",
                    "得分：</w:t></w:r><w:r><w:rPr><w:u/></w:rPr>" + space + "98.71</w:t></w:r>"));
    Map<String, byte[]> before = Zips.read(template);
    Map<String, byte[]> after = Zips.read(filled);
    for (String part : before.keySet()) {
      boolean changes = part.equals(DOCUMENT) || part.equals("word/header1.xml");
      assertThat(Arrays.equals(after.get(part), before.get(part))).as(part).isNotEqualTo(changes);
    }
  }

  private byte[] fill(byte[] template, Tie... ties) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FormFiller.fill(template, values, List.of(ties), out);
    return out.toByteArray();
  }

  @Test
  void fill_ofADocumentsCellsThatCannotBeTied_saysWhyForEach() throws Exception {
    byte[] template = BureauTemplates.document(BODY);

    assertThatThrownBy(
            () ->
                fill(
                    template,
                    new Tie("表1", "A2", "total"),
                    new Tie("表9", "A1", "total"),
                    new Tie("表1", "B1", "totl"),
                    new Tie("正文", "A2", "total"),
                    new Tie("正文", "$A$2", "year")))
        .isInstanceOfSatisfying(
            FillException.class,
            failed ->
                assertThat(failed.problems())
                    .extracting(FillProblem::reason)
                    .containsExactly(
                        FillProblem.Reason.MERGED,
                        FillProblem.Reason.NO_SHEET,
                        FillProblem.Reason.UNKNOWN_VALUE,
                        FillProblem.Reason.BAD_TIE));
  }

  @Test
  void read_ofAHugeSheet_showsItsBeginningAndSaysSo() throws Exception {
    StringBuilder sheet =
        new StringBuilder(
            "<worksheet"
                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    for (int row = 1; row <= 5_000; row++) {
      sheet.append("<row r=\"").append(row).append("\"><c r=\"A").append(row).append("\"/></row>");
    }
    sheet.append("<row r=\"1048576\"><c r=\"XFD1048576\"/></row></sheetData><mergeCells>");
    for (int merge = 0; merge < 3_000; merge++) {
      sheet.append("<mergeCell ref=\"A1:XFD1048576\"/>");
    }
    sheet.append("<mergeCell ref=\"B2:A1\"/><mergeCell ref=\"x\"/></mergeCells></worksheet>");
    byte[] huge =
        Zips.with(
            BureauTemplates.workbook(),
            "xl/worksheets/sheet1.xml",
            sheet.toString().getBytes(StandardCharsets.UTF_8));

    Sheet shown = TemplateView.read(huge).sheets().get(0);
    assertThat(shown.more()).isTrue();
    assertThat(shown.rows().size()).isLessThanOrEqualTo(400);
    assertThat(shown.widths().size()).isLessThanOrEqualTo(60);
  }
}
