package cn.anxun.server.report.docx;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.report.form.FormComposer;
import cn.anxun.server.report.form.FormLayouts;
import cn.anxun.server.report.form.SampleForms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

class DocxWriterTest {
  private static XWPFDocument written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DocxWriter.write(
        new FormComposer(FormLayouts.shipped())
            .compose(SampleForms.overall(), SampleForms.DETAILS, SampleForms.PROVENANCE),
        out);
    return new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
  }

  private static List<String> texts(XWPFTableRow row) {
    return row.getTableCells().stream().map(XWPFTableCell::getText).toList();
  }

  @Test
  void write_setsA4LandscapeAndPageNumbers() throws IOException {
    try (XWPFDocument document = written()) {
      var size = document.getDocument().getBody().getSectPr().getPgSz();
      assertThat(size.getW()).isEqualTo(BigInteger.valueOf(16_838));
      assertThat(size.getH()).isEqualTo(BigInteger.valueOf(11_906));
      assertThat(size.getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
      assertThat(document.getFooterList()).hasSize(1);
      assertThat(document.getFooterList().get(0)._getHdrFtr().xmlText())
          .contains("PAGE", "NUMPAGES");
    }
  }

  @Test
  void write_repeatsTheHeadingRowOfTheIndicators() throws IOException {
    try (XWPFDocument document = written()) {
      assertThat(document.getTables()).hasSize(3);
      XWPFTable indicators = document.getTables().get(1);
      assertThat(texts(indicators.getRow(0))).contains("一级指标", "自评得分");
      assertThat(indicators.getRow(0).isRepeatHeader()).isTrue();
      assertThat(indicators.getRow(1).isRepeatHeader()).isFalse();
      for (XWPFTable table : document.getTables()) {
        for (XWPFTableRow row : table.getRows()) {
          assertThat(row.isCantSplitRow()).isTrue();
        }
      }
    }
  }

  @Test
  void write_drawsALineBetweenAnyTwoCells() throws IOException {
    try (XWPFDocument document = written()) {
      XWPFTable indicators = document.getTables().get(1);
      List<XWPFTableRow> rows = indicators.getRows();
      for (int row = 0; row < rows.size(); row++) {
        for (XWPFTableCell cell : rows.get(row).getTableCells()) {
          CTTcBorders borders = cell.getCTTc().getTcPr().getTcBorders();
          assertThat(borders.getLeft().getVal()).isEqualTo(STBorder.SINGLE);
          assertThat(borders.getRight().getVal()).isEqualTo(STBorder.SINGLE);
          boolean besideTheHeading = cell == rows.get(row).getCell(0) && row <= 1;
          if (!besideTheHeading) {
            assertThat(borders.getTop().getVal()).isEqualTo(STBorder.SINGLE);
            assertThat(borders.getBottom().getVal()).isEqualTo(STBorder.SINGLE);
          }
        }
      }
    }
  }

  @Test
  void write_joinsTheLevelsDownTheRows() throws IOException {
    try (XWPFDocument document = written()) {
      List<XWPFTableRow> rows = document.getTables().get(1).getRows();
      assertThat(rows.get(1).getCell(1).getText()).isEqualTo("产出指标");
      assertThat(rows.get(1).getCell(1).getCTTc().getTcPr().getVMerge().getVal())
          .isEqualTo(STMerge.RESTART);
      for (int row = 2; row <= 6; row++) {
        assertThat(rows.get(row).getCell(1).getText()).isEmpty();
        assertThat(rows.get(row).getCell(1).getCTTc().getTcPr().getVMerge().getVal())
            .isEqualTo(STMerge.CONTINUE);
      }
      assertThat(rows.get(7).getCell(1).getText()).isEqualTo("效益指标");
    }
  }

  @Test
  void write_putsTheFooterUnderTheTableAndFlagsOnAPageOfTheirOwn() throws IOException {
    try (XWPFDocument document = written()) {
      List<String> texts = document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
      assertThat(texts)
          .anyMatch(
              text ->
                  text.contains("填表人：王晓梅")
                      && text.contains("单位负责人签字：")
                      && text.contains("联系电话：0000-1234567")
                      && text.contains("填报日期：2027年1月18日"));
      XWPFParagraph flags =
          document.getParagraphs().stream()
              .filter(paragraph -> paragraph.getText().equals("核对意见"))
              .findFirst()
              .orElseThrow();
      assertThat(flags.isPageBreak()).isTrue();
    }
  }
}
