package cn.anxun.server.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class StreamedWorkbookTest {
  private static final List<StreamedWorkbook.Column> COLUMNS =
      List.of(
          new StreamedWorkbook.Column("一", 12),
          new StreamedWorkbook.Column("二", 36),
          new StreamedWorkbook.Column("三", 200));
  private static final int HEAD = 2;

  private static XSSFSheet written(List<List<Object>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StreamedWorkbook workbook = new StreamedWorkbook(out)) {
      StreamedWorkbook.Sheet sheet = workbook.sheet("表", List.of("出处"), COLUMNS);
      for (List<Object> row : rows) {
        sheet.row(row);
      }
      sheet.finish();
    }
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      return workbook.getSheet("表");
    }
  }

  /** What a cell says, of which type it is and how it is shown. */
  private static String told(Cell cell) {
    String format = cell.getCellStyle().getDataFormatString();
    return switch (cell.getCellType()) {
      case NUMERIC ->
          format.equals("yyyy-mm-dd")
              ? "day " + cell.getLocalDateTimeCellValue().toLocalDate()
              : "number " + BigDecimal.valueOf(cell.getNumericCellValue()) + ' ' + format;
      case STRING -> "text " + cell.getStringCellValue() + ' ' + format;
      default -> cell.getCellType() + " " + format;
    };
  }

  private static String expected(Object value) {
    if (value instanceof LocalDate day) {
      return "day " + day;
    }
    if (value instanceof BigDecimal number) {
      return "number " + number + " General";
    }
    return "text " + value + (CellText.looksLikeFormula(value.toString()) ? " @" : " General");
  }

  /** In each column days, numbers, texts and empty cells follow each other in another order. */
  private static List<List<Object>> mixed(int rows) {
    List<Object> values =
        List.of(
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 3, 2),
            "=1+1",
            "+86 010",
            new BigDecimal("12.5"),
            "",
            "消防通道堆物",
            "-2",
            LocalDate.of(1999, 12, 31));
    List<List<Object>> mixed = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      mixed.add(
          List.of(
              LocalDate.of(2026, 1, 1).plusDays(row),
              values.get(row % values.size()),
              values.get(row / 2 % values.size())));
    }
    return mixed;
  }

  @Test
  void row_ofDaysNumbersAndTexts_writesEachAsItIs_acrossWhatIsFlushed() throws IOException {
    List<List<Object>> rows = mixed(1_203);

    XSSFSheet sheet = written(rows);

    assertThat(sheet.getLastRowNum()).isEqualTo(rows.size() + HEAD - 1);
    for (int i = 0; i < rows.size(); i++) {
      Row row = sheet.getRow(i + HEAD);
      List<Object> values = rows.get(i);
      List<String> told = new ArrayList<>();
      row.forEach(cell -> told.add(cell.getColumnIndex() + " " + told(cell)));
      assertThat(told)
          .isEqualTo(
              IntStream.range(0, values.size())
                  .filter(column -> !values.get(column).equals(""))
                  .mapToObj(column -> column + " " + expected(values.get(column)))
                  .collect(Collectors.toList()));
    }
  }

  @Test
  void sheet_hasItsNoteHeadingsAndWidths() throws IOException {
    XSSFSheet sheet = written(mixed(3));

    assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("出处");
    assertThat(sheet.getRow(1).cellIterator())
        .toIterable()
        .extracting(Cell::getStringCellValue)
        .containsExactly("一", "二", "三");
    assertThat(
            sheet.getWorkbook().getFontAt(sheet.getRow(1).getCell(0).getCellStyle().getFontIndex()))
        .satisfies(font -> assertThat(font.getBold()).isTrue());
    assertThat(IntStream.range(0, 3).map(column -> Math.round(sheet.getColumnWidth(column) / 256f)))
        .containsExactly(12, 36, 60);
    assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) HEAD);
  }

  @Test
  void row_ofATextThatACellCannotHold_writesWhatItCan() throws IOException {
    String tooLong =
        IntStream.range(0, 40_000)
            .mapToObj(i -> Character.toString('一' + i * 7_919 % 20_000))
            .collect(Collectors.joining());

    XSSFSheet sheet = written(List.of(List.of("\u0000甲\u0008", tooLong, "𠀀\uFFFF<&>\"'")));

    Row row = sheet.getRow(HEAD);
    assertThat(row.getCell(0).getStringCellValue()).isEqualTo("甲");
    assertThat(row.getCell(1).getStringCellValue()).isEqualTo(tooLong.substring(0, CellText.MOST));
    assertThat(row.getCell(2).getStringCellValue()).isEqualTo("𠀀<&>\"'");
    assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.STRING);
  }
}
