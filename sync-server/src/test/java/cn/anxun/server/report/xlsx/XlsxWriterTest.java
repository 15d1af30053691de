package cn.anxun.server.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.PrintedTable;
import cn.anxun.server.report.PrintedTable.Style;
import cn.anxun.server.report.form.FormComposer;
import cn.anxun.server.report.form.FormLayouts;
import cn.anxun.server.report.form.SampleForms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class XlsxWriterTest {
  private static XSSFWorkbook written(PrintedDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XlsxWriter.write(document, out);
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  private static PrintedDocument form() {
    return new FormComposer(FormLayouts.shipped())
        .compose(SampleForms.overall(), SampleForms.DETAILS, SampleForms.PROVENANCE);
  }

  private static PrintedDocument single(String text) {
    PrintedTable table =
        new PrintedTable(
            List.of(20),
            2,
            0,
            List.of(
                new PrintedTable.Cell(0, 0, 1, 1, "标题", Optional.empty(), Style.LABEL),
                new PrintedTable.Cell(1, 0, 1, 1, text, Optional.empty(), Style.TEXT)));
    return new PrintedDocument(
        "表", List.of(new PrintedDocument.Sheet("表", "表", "", List.of(), table, List.of())));
  }

  private static Cell cell(XSSFSheet sheet, String text) {
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals(text)) {
          return cell;
        }
      }
    }
    throw new AssertionError("no cell says " + text);
  }

  @Test
  void write_setsA4LandscapeOnePageWideWithARepeatedHeading() throws IOException {
    try (XSSFWorkbook workbook = written(form())) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
      int heading = cell(sheet, "一级指标").getRowIndex();
      assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(heading);
      assertThat(sheet.getRepeatingRows().getLastRow()).isEqualTo(heading);
      assertThat(sheet.getFooter().getCenter()).contains("&P").contains("&N");
      assertThat(workbook.getSheetName(1)).isEqualTo("核对意见");
    }
  }

  @Test
  void write_drawsABorderRoundEveryCellOfTheTable() throws IOException {
    try (XSSFWorkbook workbook = written(form())) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      int from = cell(sheet, "部门（单位）名称").getRowIndex();
      int until = cell(sheet, "总分").getRowIndex();
      for (int row = from; row <= until; row++) {
        for (int column = 0; column < 9; column++) {
          CellStyle style = sheet.getRow(row).getCell(column).getCellStyle();
          assertThat(
                  List.of(
                      style.getBorderTop(),
                      style.getBorderBottom(),
                      style.getBorderLeft(),
                      style.getBorderRight()))
              .as("row %d column %d", row, column)
              .containsOnly(BorderStyle.THIN);
          assertThat(style.getWrapText()).isTrue();
        }
      }
      assertThat(cell(sheet, "填表人：王晓梅").getCellStyle().getBorderTop()).isEqualTo(BorderStyle.NONE);
    }
  }

  @Test
  void write_mergesTheTitleAndTheLevels() throws IOException {
    try (XSSFWorkbook workbook = written(form())) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      int first = cell(sheet, "排查各类安全隐患个数").getRowIndex();

      assertThat(sheet.getMergedRegions())
          .contains(
              new CellRangeAddress(0, 0, 0, 8),
              new CellRangeAddress(first, first + 5, 1, 1),
              new CellRangeAddress(first, first + 1, 2, 2));
      assertThat(cell(sheet, "2026年度部门整体支出绩效自评表").getCellStyle().getFontIndex())
          .satisfies(
              font -> {
                assertThat(workbook.getFontAt(font).getFontName()).isEqualTo("宋体");
                assertThat(workbook.getFontAt(font).getFontHeightInPoints()).isEqualTo((short) 18);
              });
    }
  }

  @Test
  void write_ofANumber_keepsItANumberWithItsDecimals() throws IOException {
    try (XSSFWorkbook workbook = written(form())) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      Cell total = sheet.getRow(cell(sheet, "总分").getRowIndex()).getCell(7);

      assertThat(total.getNumericCellValue()).isEqualTo(98.71);
      assertThat(total.getCellStyle().getDataFormatString()).isEqualTo("0.00");
    }
  }

  @Test
  void write_ofALongText_makesItsRowsHighEnough() throws IOException {
    String reason = "隐患整改期限在次年一季度，均已落实责任人。".repeat(12);
    try (XSSFWorkbook workbook = written(single(reason))) {
      int charactersInALine = (20 - 3) / 2;
      int lines = (reason.length() + charactersInALine - 1) / charactersInALine;
      XSSFSheet sheet = workbook.getSheetAt(0);
      CellRangeAddress merged =
          sheet.getMergedRegions().stream()
              .filter(region -> region.getFirstRow() == 2)
              .findFirst()
              .orElseThrow();
      float points = 0;
      for (int row = merged.getFirstRow(); row <= merged.getLastRow(); row++) {
        float height = sheet.getRow(row).getHeightInPoints();
        assertThat(height).isLessThanOrEqualTo(409f);
        points += height;
      }
      assertThat(points).isGreaterThanOrEqualTo(lines * 13f);
    }
  }

  @Test
  void write_ofATextThatLooksLikeAFormula_keepsItAText() throws IOException {
    for (String text : List.of("=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)")) {
      try (XSSFWorkbook workbook = written(single(text))) {
        Cell cell = workbook.getSheetAt(0).getRow(2).getCell(0);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(text);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
      }
    }
  }

  @Test
  void write_ofATextThatACellCannotHold_writesWhatItCan() throws IOException {
    try (XSSFWorkbook workbook = written(single("\u0000甲\u0008" + "长".repeat(40_000)))) {
      String kept = workbook.getSheetAt(0).getRow(2).getCell(0).getStringCellValue();
      assertThat(kept).startsWith("甲长").hasSize(32_767);
    }
  }
}
