package cn.anxun.server.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.form.FormResult;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.text.Texts;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.PrintedTable;
import cn.anxun.server.report.PrintedTable.Cell;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormComposerTest {
  private static PrintedDocument compose(FormResult form) {
    return new FormComposer(FormLayouts.shipped())
        .compose(form, SampleForms.DETAILS, SampleForms.PROVENANCE);
  }

  private static List<String> row(PrintedTable table, String holding) {
    Cell found = cell(table, holding);
    return table.cells().stream()
        .filter(cell -> cell.row() == found.row())
        .map(Cell::text)
        .toList();
  }

  private static Cell cell(PrintedTable table, String text) {
    return table.cells().stream()
        .filter(cell -> cell.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no cell says " + text));
  }

  @Test
  void compose_ofTheWholeBureausForm_hasItsBlocks() {
    PrintedDocument.Sheet sheet = compose(SampleForms.overall()).sheets().get(0);
    PrintedTable table = sheet.table();

    assertThat(sheet.title()).isEqualTo("2026年度部门整体支出绩效自评表");
    assertThat(sheet.subtitle()).isEmpty();
    assertThat(row(table, "年度资金总额"))
        .containsExactly("年度资金总额", "912.40", "1536.20", "1498.75", "10", "97.56%", "9.76");
    assertThat(row(table, "其中：基本支出"))
        .containsExactly("按支出性质分", "其中：基本支出", "601.30", "项目支出", "897.45");
    assertThat(row(table, "隐患整改率")).startsWith("质量指标", "隐患整改率", "=100%", "99.46%", "10", "9.95");
    assertThat(row(table, "总分")).containsExactly("总分", "100", "98.71", "");
    assertThat(sheet.footer())
        .containsExactly("填表人：王晓梅", "单位负责人签字：", "联系电话：0000-1234567", "填报日期：2027年1月18日");
    assertThat(sheet.smallPrint())
        .singleElement()
        .asString()
        .contains("2026年12月31日", "20417", "3fa9c07d".repeat(8));
  }

  @Test
  void compose_joinsTheCellsOfOneLevel() {
    PrintedTable table = compose(SampleForms.overall()).sheets().get(0).table();

    assertThat(cell(table, "产出指标").rows()).isEqualTo(6);
    assertThat(cell(table, "数量指标").rows()).isEqualTo(2);
    assertThat(cell(table, "满意度指标").rows()).isEqualTo(1);
    assertThat(cell(table, "绩效\n指标").rows()).isEqualTo(11);
    assertThat(table.headerRow()).isEqualTo(cell(table, "一级指标").row());
  }

  @Test
  void compose_givesNumbersAsNumbersAndTextsWithUnitsAsTexts() {
    PrintedTable table = compose(SampleForms.overall()).sheets().get(0).table();

    assertThat(cell(table, "98.71").number()).contains(new BigDecimal("98.71"));
    assertThat(cell(table, "912.40").number()).contains(new BigDecimal("912.40"));
    assertThat(cell(table, "1286个").number()).isEmpty();
    assertThat(cell(table, "97.56%").number()).isEmpty();
  }

  @Test
  void compose_whenTheFormHasNoSuchAmount_leavesItsRowOut() {
    PrintedTable table = compose(SampleForms.project()).sheets().get(0).table();

    assertThat(table.cells()).extracting(Cell::text).contains("其中：当年财政拨款");
    assertThat(table.cells()).extracting(Cell::text).doesNotContain("其他资金", "上年结转资金");
  }

  @Test
  void compose_ofAFormNamedByItsProject_printsTheTemplatesTitleAndTheYear() {
    PrintedDocument.Sheet sheet = compose(SampleForms.goals()).sheets().get(0);

    assertThat(sheet.title()).isEqualTo("项目绩效目标完成情况表");
    assertThat(sheet.subtitle()).isEqualTo("（2026年度）");
    assertThat(row(sheet.table(), "项目名称")).containsExactly("项目名称", "应急演练与培训经费");
    assertThat(row(sheet.table(), "预算数")).endsWith("预算数", "12.40", "执行数", "12.40");
    assertThat(sheet.table().cells())
        .extracting(Cell::text)
        .contains("预期指标值\n（包含数字及文字描述）", "实际完成指标值\n（包含数字及文字描述）")
        .noneMatch(text -> text.contains("得分") || text.contains("分值"));
  }

  @Test
  void compose_whenTheOfficeGaveNoGoal_saysTheRowsTargetsAndActuals() {
    PrintedTable table = compose(SampleForms.project()).sheets().get(0).table();

    assertThat(table.cells())
        .extracting(Cell::text)
        .anyMatch(text -> text.startsWith("排查重大安全隐患个数 ≤40个；") && text.endsWith("≥95%。"))
        .anyMatch(text -> text.startsWith("排查重大安全隐患个数 38个；") && text.endsWith("96.4%。"));
  }

  @Test
  void compose_putsFlagsOnASheetOfTheirOwnOnly() {
    FormResult form = SampleForms.project();
    PrintedDocument document = compose(form);

    assertThat(form.flags()).isNotEmpty();
    PrintedDocument.Sheet flags = document.sheets().get(1);
    assertThat(flags.name()).isEqualTo("核对意见");
    assertThat(flags.table().rows()).isEqualTo(1 + form.flags().size());
    assertThat(row(flags.table(), "分值合计")).contains("全表", "105");
    form.flags()
        .forEach(
            flag -> {
              assertThat(cell(flags.table(), flag.sentence(Texts.CHINESE)).column()).isEqualTo(4);
              assertThat(document.sheets().get(0).table().cells())
                  .extracting(Cell::text)
                  .doesNotContain(flag.sentence(Texts.CHINESE));
            });
  }

  @Test
  void compose_whenNothingIsWrong_saysSo() {
    PrintedTable flags = compose(SampleForms.goals()).sheets().get(1).table();

    assertThat(row(flags, "未发现问题")).hasSize(5);
  }

  @Test
  void compose_withALayoutFromAFile_needsNoCode() {
    byte[] json =
        """
        {"template": "区县自定表", "title": "{{bureau}}自评", "columns": [40, 20], "rows": [
          {"header": true, "cells": [{"text": "指标"}, {"text": "得分"}]},
          {"occurs": "each-indicator", "cells": [{"text": "{{row.name}}"}, {"text": "{{row.score}}"}]}
        ]}
        """
            .getBytes(StandardCharsets.UTF_8);
    Json.Members form =
        (Json.Members)
            JsonText.read(
                """
                {"title": "区县自定表", "template": "区县自定表", "rows": [
                  {"l1": "甲", "l3": "乙", "target": "≥2个", "weight": 5, "typed": "2个"}]}
                """);
    PrintedDocument.Sheet sheet =
        new FormComposer(FormLayouts.shipped().with(FormLayoutJson.read(json)))
            .compose(SampleForms.filled(form), SampleForms.DETAILS, SampleForms.PROVENANCE)
            .sheets()
            .get(0);

    assertThat(sheet.title()).isEqualTo("云岭市清河区应急管理局自评");
    assertThat(row(sheet.table(), "乙")).containsExactly("乙", "5.00");
  }
}
