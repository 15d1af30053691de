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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class XlsxFillTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private final FormValues values =
      new FormValues(SampleForms.overall(), SampleForms.DETAILS, SampleForms.PROVENANCE);

  private byte[] fill(byte[] template, Tie... ties) throws IOException, FillException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FormFiller.fill(template, values, List.of(ties), out);
    return out.toByteArray();
  }

  private List<FillProblem> problems(byte[] template, Tie... ties) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FillException failed =
        catchThrowableOfType(
            FillException.class, () -> FormFiller.fill(template, values, List.of(ties), out));
    assertThat(out.size()).isZero();
    return failed.problems();
  }

  private static XSSFSheet sheet(byte[] workbook) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(workbook)).getSheet("自评表");
  }

  private static XSSFCell cell(XSSFSheet sheet, String place) {
    CellReference reference = CellReference.parse(place).orElseThrow();
    return sheet.getRow(reference.row() - 1).getCell(reference.column() - 1);
  }

  private static String without(String sheet, String... cells) {
    String rest = sheet;
    for (String cell : cells) {
      String found = rest.replaceFirst("<c r=\"" + cell + "\"(?: [^>]*)?(?:/>|>.*?</c>)", "");
      assertThat(found).as("has %s", cell).isNotEqualTo(rest);
      rest = found;
    }
    return rest;
  }

  @Test
  void fill_ofPlaceholders_writesWhatEachCellsFormatHolds() throws Exception {
    XSSFSheet sheet = sheet(fill(BureauTemplates.workbook()));

    assertThat(cell(sheet, "A1").getStringCellValue()).isEqualTo("云岭市清河区应急管理局2026年度自评表");
    assertThat(cell(sheet, "A2").getNumericCellValue()).isEqualTo(98.71);
    assertThat(cell(sheet, "B2").getNumericCellValue()).isEqualTo(0.9756);
    assertThat(cell(sheet, "C2").getCellType()).isEqualTo(CellType.STRING);
    assertThat(cell(sheet, "C2").getStringCellValue()).isEqualTo("98.71");
    assertThat(cell(sheet, "D2").getLocalDateTimeCellValue().toLocalDate())
        .isEqualTo(SampleForms.CUTOFF.date());
    assertThat(cell(sheet, "E2").getNumericCellValue()).isEqualTo(100);
    assertThat(cell(sheet, "F2").getNumericCellValue()).isEqualTo(99.46);
    assertThat(cell(sheet, "B4").getStringCellValue()).isEqualTo("排查1286个，整改率99.46%");
  }

  @Test
  void fill_ofAPlaceholderOverTwoLooks_keepsTheLooks() throws Exception {
    XSSFCell rich = cell(sheet(fill(BureauTemplates.workbook())), "A4");

    assertThat(rich.getStringCellValue()).isEqualTo("得分 98.71 分");
    assertThat(rich.getRichStringCellValue().hasFormatting()).isTrue();
  }

  @Test
  void fill_leavesEveryOtherPartInItsVeryBytes() throws Exception {
    byte[] template = BureauTemplates.workbook();
    byte[] filled = fill(template, new Tie("自评表", "B6", "execution.score"));
    Map<String, byte[]> before = Zips.read(template);
    Map<String, byte[]> after = Zips.read(filled);

    assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
    assertThat(before.keySet())
        .contains("xl/vbaProject.bin", "customXml/item1.xml", "xl/comments1.xml")
        .anyMatch(name -> name.startsWith("xl/media/"));
    before.forEach(
        (name, bytes) -> {
          if (!name.equals(SHEET)) {
            assertThat(after.get(name)).as(name).isEqualTo(bytes);
          }
        });
  }

  @Test
  void fill_leavesEverythingButTheFilledCellsAsItWas() throws Exception {
    byte[] template = BureauTemplates.workbook();
    byte[] filled = fill(template, new Tie("自评表", "B6", "execution.score"));
    String[] cells = {"A1", "A2", "B2", "C2", "D2", "E2", "F2", "A4", "B4", "B6"};

    assertThat(without(Zips.text(filled, SHEET), cells))
        .isEqualTo(without(Zips.text(template, SHEET), cells));
  }

  @Test
  void fill_keepsEachCellsStyle() throws Exception {
    byte[] template = BureauTemplates.workbook();
    XSSFSheet before = sheet(template);
    XSSFSheet after = sheet(fill(template));

    for (String place : List.of("A2", "B2", "C2", "D2", "E2", "F2")) {
      assertThat(cell(after, place).getCellStyle().getIndex())
          .isEqualTo(cell(before, place).getCellStyle().getIndex());
    }
  }

  @Test
  void fill_ofTiedCells_fillsThoseThatAreAndThoseThatAreNot() throws Exception {
    byte[] filled =
        fill(
            BureauTemplates.workbook(),
            new Tie("自评表", "B6", "execution.score"),
            new Tie("自评表", "A6", "row.隐患整改率.reason"),
            new Tie("自评表", "$D$6", "row.隐患整改率.score"),
            new Tie("自评表", "C3", "budget.full_year"),
            new Tie("自评表", "B9", "bureau"),
            new Tie("说明", "A1", "title"));
    XSSFSheet sheet = sheet(filled);

    assertThat(cell(sheet, "B6").getNumericCellValue()).isEqualTo(9.76);
    assertThat(cell(sheet, "B6").getCellStyle().getDataFormatString()).isEqualTo("0.0");
    assertThat(cell(sheet, "A6").getStringCellValue()).startsWith("7处隐患");
    assertThat(cell(sheet, "D6").getNumericCellValue()).isEqualTo(9.95);
    assertThat(cell(sheet, "C3").getNumericCellValue()).isEqualTo(1536.2);
    assertThat(cell(sheet, "B9").getStringCellValue()).isEqualTo("云岭市清河区应急管理局");
    assertThat(sheet.getWorkbook().getSheet("说明").getRow(0).getCell(0).getStringCellValue())
        .isEqualTo("2026年度部门整体支出绩效自评表");
    assertThat(Zips.text(filled, SHEET).indexOf("r=\"A6\""))
        .isLessThan(Zips.text(filled, SHEET).indexOf("r=\"B6\""));
  }

  @Test
  void fill_ofAnEmptySheet_makesItsRows() throws Exception {
    byte[] template =
        Zips.with(
            BureauTemplates.workbook(),
            "xl/worksheets/sheet2.xml",
            """
            <x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/></x:worksheet>
            """
                .getBytes(StandardCharsets.UTF_8));
    byte[] filled = fill(template, new Tie("说明", "B2", "total"), new Tie("说明", "A2", "bureau"));

    assertThat(Zips.text(filled, "xl/worksheets/sheet2.xml"))
        .contains(
            "<x:sheetData><x:row r=\"2\"><x:c r=\"A2\" t=\"inlineStr\"><x:is>"
                + "<x:t xml:space=\"preserve\">云岭市清河区应急管理局</x:t></x:is></x:c>"
                + "<x:c r=\"B2\"><x:v>98.71</x:v></x:c></x:row></x:sheetData>");
  }

  @Test
  void fill_ofATextWithMarkup_escapesIt() throws Exception {
    byte[] template = BureauTemplates.workbook();
    FormValues hostile =
        new FormValues(
            SampleForms.overall(),
            new FormDetails("", "<v>1</v>&\u0001_x0041_=1+1", "", Optional.empty()),
            SampleForms.PROVENANCE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FormFiller.fill(template, hostile, List.of(new Tie("自评表", "B9", "prepared_by")), out);

    assertThat(cell(sheet(out.toByteArray()), "B9").getStringCellValue())
        .isEqualTo("<v>1</v>&_x0041_=1+1");
  }

  @Test
  void fill_whenAPlaceholderIsUnknown_writesNothingAndNamesTheNearest() throws Exception {
    byte[] template =
        edited("<c r=\"E2\" s=\"5\" t=\"inlineStr\"><is><t>{{totl}}</t></is></c>", "E2");

    assertThat(problems(template))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.reason()).isEqualTo(FillProblem.Reason.UNKNOWN_PLACEHOLDER);
              assertThat(problem.where()).isEqualTo("自评表!E2");
              assertThat(problem.message()).contains("totl", "“total”");
            });
  }

  private static byte[] edited(String by, String cell) throws IOException {
    byte[] template = BureauTemplates.workbook();
    String sheet = Zips.text(template, SHEET);
    String changed = sheet.replaceFirst("<c r=\"" + cell + "\"(?: [^>]*)?(?:/>|>.*?</c>)", by);
    assertThat(changed).isNotEqualTo(sheet);
    return Zips.with(template, SHEET, changed.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void fill_whenBracesAreNotClosed_saysSo() throws Exception {
    byte[] template = edited("<c r=\"E2\" t=\"inlineStr\"><is><t>{{total}</t></is></c>", "E2");

    assertThat(problems(template))
        .extracting(FillProblem::reason)
        .containsExactly(FillProblem.Reason.UNKNOWN_PLACEHOLDER);
  }

  @Test
  void fill_ofCellsThatMustNotBeFilled_saysWhyForEach() throws Exception {
    assertThat(
            problems(
                BureauTemplates.workbook(),
                new Tie("自评表", "C4", "total"),
                new Tie("自评表", "C5", "total"),
                new Tie("自评表", "B9", "no.such"),
                new Tie("汇总", "A1", "total"),
                new Tie("自评表", "A7", "total"),
                new Tie("自评表", "$A$7", "weights")))
        .extracting(FillProblem::reason)
        .containsExactlyInAnyOrder(
            FillProblem.Reason.FORMULA,
            FillProblem.Reason.MERGED,
            FillProblem.Reason.UNKNOWN_VALUE,
            FillProblem.Reason.NO_SHEET,
            FillProblem.Reason.BAD_TIE);
  }

  @Test
  void fill_whenAPlaceholderStandsInACommentOrFooter_saysSo() throws Exception {
    byte[] template = BureauTemplates.workbook();
    String comments = Zips.text(template, "xl/comments1.xml").replace("预算批复", "{{total}}");
    byte[] commented =
        Zips.with(template, "xl/comments1.xml", comments.getBytes(StandardCharsets.UTF_8));
    String sheet = Zips.text(template, SHEET).replace("第 &amp;P 页", "{{total}}");
    byte[] footed = Zips.with(template, SHEET, sheet.getBytes(StandardCharsets.UTF_8));

    assertThat(problems(commented))
        .extracting(FillProblem::reason)
        .containsExactly(FillProblem.Reason.UNREACHABLE);
    assertThat(problems(footed))
        .extracting(FillProblem::reason)
        .containsExactly(FillProblem.Reason.UNREACHABLE);
  }

  @Test
  void fill_whenFormulasDependOnCells_saysThatTheyMustBeComputedAgain() throws Exception {
    FillReport report =
        FormFiller.fill(BureauTemplates.workbook(), values, List.of(), new ByteArrayOutputStream());

    assertThat(report.notices()).singleElement().asString().contains("自评表!C4", "Ctrl+Alt+F9");
    assertThat(report.filled())
        .contains(new FillReport.Filled("自评表!B2", "execution.rate", "97.56%"));
  }

  @Test
  void parse_ofATie_readsSheetCellAndName() {
    assertThat(Tie.parse("'自评表 1'!$B$7 = row.隐患=率.score"))
        .contains(new Tie("自评表 1", "$B$7", "row.隐患=率.score"));
    assertThat(Tie.parse("B7=total")).isEmpty();
  }

  @Test
  void cellReference_ofAnyColumn_readsAndWritesTheSame() {
    for (String place : List.of("A1", "Z9", "AA10", "AZ1", "BA1", "XFD1048576")) {
      assertThat(CellReference.parse(place).orElseThrow()).hasToString(place);
    }
    assertThat(CellReference.parse("XFE1")).isEmpty();
    assertThat(CellReference.parse("A1048577")).isEmpty();
    assertThat(CellReference.parse("A0")).isEmpty();
  }
}
