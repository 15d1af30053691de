package cn.anxun.server.report.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.report.TestLedger;
import cn.anxun.server.storage.Pusher;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerExportTest {
  @TempDir private Path folder;

  private XSSFWorkbook exported(List<String> types, boolean personal) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TestLedger test = new TestLedger(folder)) {
      LedgerExport.write(
          test.ledger().state(test.cutoff()),
          test.ledger(),
          test.provenance(),
          types,
          personal,
          out);
    }
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  private static int column(XSSFSheet sheet, String heading) {
    XSSFRow row = sheet.getRow(1);
    for (int i = 0; i < row.getLastCellNum(); i++) {
      if (row.getCell(i).getStringCellValue().equals(heading)) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void write_ofHazards_hasARowForEachWithWordsForCodes() throws IOException {
    try (XSSFWorkbook workbook = exported(List.of("hazard"), false)) {
      XSSFSheet sheet = workbook.getSheet("隐患");
      DataFormatter text = new DataFormatter();

      assertThat(sheet.getLastRowNum()).isEqualTo(5);
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
          .contains("清河区应急管理局", "2026年12月31日");
      assertThat(text.formatCellValue(sheet.getRow(2).getCell(column(sheet, "状态"))))
          .isEqualTo("已销号");
      assertThat(text.formatCellValue(sheet.getRow(5).getCell(column(sheet, "状态"))))
          .isEqualTo("未整改");
      assertThat(text.formatCellValue(sheet.getRow(2).getCell(column(sheet, "检查对象"))))
          .isEqualTo("清河超市");
      assertThat(sheet.getRow(2).getCell(1).getLocalDateTimeCellValue().toLocalDate())
          .hasToString("2026-03-01");
    }
  }

  @Test
  void write_ofATextThatLooksLikeAFormula_keepsItAText() throws IOException {
    try (XSSFWorkbook workbook = exported(List.of("hazard"), false)) {
      XSSFSheet sheet = workbook.getSheet("隐患");
      var cell = sheet.getRow(3).getCell(column(sheet, "描述"));

      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).startsWith("=HYPERLINK");
      assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
    }
  }

  @Test
  void write_unlessAsked_leavesPersonalFieldsOut() throws IOException {
    DataFormatter text = new DataFormatter();
    try (XSSFWorkbook workbook = exported(List.of("hazard"), false)) {
      XSSFSheet sheet = workbook.getSheet("隐患");
      sheet.forEach(
          row -> row.forEach(cell -> assertThat(text.formatCellValue(cell)).doesNotContain("张三丰")));
    }
  }

  @Test
  void write_unlessAsked_leavesOutWhatStandsInAPersonalPart_whateverItsName() throws IOException {
    ByteArrayOutputStream open = new ByteArrayOutputStream();
    ByteArrayOutputStream asked = new ByteArrayOutputStream();
    try (TestLedger test = new TestLedger(folder)) {
      String hazard = test.hazards().get(0);
      LedgerEntry entry = test.ledger().find(hazard).orElseThrow();
      byte[] another =
          new String(entry.written().bytes(), UTF_8)
              .replace(hazard, new EntryIds(TestLedger.CLOCK, new Random(99)).next())
              .replace("\"personal\":{", "\"personal\":{\"nickname\":\"老三\",")
              .getBytes(UTF_8);
      assertThat(
              test.ledger().accept(new Pusher("office", Role.OFFICE, "qinghe.A"), List.of(another)))
          .hasOnlyElementsOfType(Receipt.Accepted.class);
      LedgerState state = test.ledger().state(test.cutoff());
      List<String> hazards = List.of("hazard");
      LedgerExport.write(state, test.ledger(), test.provenance(), hazards, false, open);
      LedgerExport.write(state, test.ledger(), test.provenance(), hazards, true, asked);
    }

    assertThat(texts(open)).contains("消防通道堆物0").doesNotContain("老三", "张三丰");
    assertThat(texts(asked)).contains("消防通道堆物0", "老三", "张三丰");
  }

  private static List<String> texts(ByteArrayOutputStream written) throws IOException {
    List<String> texts = new ArrayList<>();
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(written.toByteArray()))) {
      DataFormatter text = new DataFormatter();
      workbook
          .getSheetAt(0)
          .forEach(row -> row.forEach(cell -> texts.add(text.formatCellValue(cell))));
    }
    return texts;
  }

  @Test
  void write_whenAsked_showsPersonalFields() throws IOException {
    try (XSSFWorkbook workbook = exported(List.of("hazard"), true)) {
      XSSFSheet sheet = workbook.getSheet("隐患");

      assertThat(sheet.getRow(2).getCell(column(sheet, "责任人")).getStringCellValue())
          .isEqualTo("张三丰");
    }
  }

  @Test
  void write_ofEverything_hasASheetForEachType() throws IOException {
    try (XSSFWorkbook workbook = exported(List.of(), false)) {
      assertThat(workbook.sheetIterator())
          .toIterable()
          .extracting(sheet -> sheet.getSheetName())
          .contains("检查对象", "隐患", "演练");
    }
  }
}
