package cn.anxun.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.acceptance.CommandLines.Ended;
import cn.anxun.server.cases.CaseFile;
import cn.anxun.server.cases.CaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseCommandTest {
  @TempDir private Path folder;

  @Test
  void case_whenAllIsAsExpected_printsOneObjectAndLeavesFormsAndData() throws IOException {
    CaseFile file = CaseFiles.read(CaseFiles.everyKind());
    Path out = folder.resolve("out");
    Path keep = folder.resolve("keep");

    Ended ended =
        CommandLines.run(
            "case",
            write(CaseFiles.everyKind()).toString(),
            "--json",
            "--phones",
            "3",
            "--seed",
            "11",
            "--out",
            out.toString(),
            "--keep",
            keep.toString());

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    Json.Members printed = (Json.Members) JsonText.read(ended.out());
    assertThat(printed.values().keySet())
        .containsExactly(
            "bureau",
            "year",
            "figures",
            "flags",
            "missing_flags",
            "unexpected_flags",
            "forms",
            "ok");
    assertThat(printed.get("bureau")).isEqualTo(Json.of(file.bureau().name()));
    List<String> expected = file.expected().stream().map(MeasureOf::printed).toList();
    assertThat(each(printed, "figures", "actual")).isEqualTo(expected);
    assertThat(each(printed, "figures", "phone")).isEqualTo(expected);
    assertThat(each(printed, "forms", "title")).containsExactly("2024年度部门整体支出绩效自评表", "安全宣传费");
    assertThat(fileNames(out))
        .containsExactlyInAnyOrder(
            "01-2024年度部门整体支出绩效自评表.xlsx",
            "01-2024年度部门整体支出绩效自评表.docx",
            "02-安全宣传费.xlsx",
            "02-安全宣传费.docx");
    assertDone("verify", "--data", keep.toString());
    Path list = folder.resolve("indicators.xlsx");
    assertDone("report", "--data", keep.toString(), "--year", "2024", "--out", list.toString());
    assertThat(list).isNotEmptyFile();
    Path form = folder.resolve("form.docx");
    assertDone(
        "report",
        "--data",
        keep.toString(),
        "--year",
        "2024",
        "--form",
        "安全宣传费",
        "--out",
        form.toString());
    assertThat(form).isNotEmptyFile();
  }

  @Test
  void case_whenItHoldsNothing_isAsExpected() throws IOException {
    String empty =
        """
        {"bureau": {"name": "某区应急管理局", "division": "369901", "year": 2024},
         "records": [], "expected": [], "forms": []}
        """;

    Ended ended = CommandLines.run("case", write(empty).toString(), "--phones", "1");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("全部相符：0 个指标");
  }

  private static void assertDone(String... arguments) {
    Ended ended = CommandLines.run(arguments);
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
  }

  @Test
  void case_whenAFigureAndAFlagAreChangedByHand_namesThemAndEndsWith1() throws IOException {
    String changed =
        CaseFiles.everyKind()
            .replace("\"value\": 1005", "\"value\": 1006")
            .replace("\"says\": \"140.00\"", "\"says\": \"141.00\"");
    assertThat(changed).isNotEqualTo(CaseFiles.everyKind());

    Ended ended = CommandLines.run("case", write(changed).toString(), "--phones", "1");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out())
        .contains("1 个指标不符", "缺少 1 个标记", "多出 1 个标记")
        .containsPattern("✗ +演练人次 +1006 +1005 +1005")
        .containsPattern("✗ 缺少 +开展演练 +deviation +141.00")
        .containsPattern("✗ 多出 +开展演练 +deviation +140.00");
  }

  @Test
  void case_whenAFieldIsMisspelt_saysWhichAndEndsWith2() throws IOException {
    String misspelt = CaseFiles.everyKind().replaceFirst("\"inspectors\"", "\"inspektors\"");

    Ended ended = CommandLines.run("case", write(misspelt).toString(), "--json");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("records[0].inspektors", "inspectors");
  }

  @Test
  void case_whenThereAreNoPhones_saysSoAndEndsWith2() throws IOException {
    Ended ended =
        CommandLines.run("case", write(CaseFiles.everyKind()).toString(), "--phones", "0");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("--phones");
  }

  @Test
  void case_whenTheKeptFolderHoldsData_leavesItAlone() throws IOException {
    Path keep = folder.resolve("keep");
    Files.createDirectories(keep.resolve("bureaus"));
    Files.writeString(keep.resolve("directory.db"), "");

    Ended ended =
        CommandLines.run(
            "case", write(CaseFiles.everyKind()).toString(), "--keep", keep.toString());

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("--keep", keep.toString());
    assertThat(keep.resolve("directory.db")).isEmptyFile();
  }

  private Path write(String json) throws IOException {
    return Files.writeString(folder.resolve("case.json"), json);
  }

  private static List<String> each(Json.Members printed, String list, String member) {
    List<String> values = new ArrayList<>();
    for (Json item : ((Json.Items) printed.get(list)).values()) {
      values.add(((Json.Text) ((Json.Members) item).get(member)).value());
    }
    return values;
  }

  private static List<String> fileNames(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
