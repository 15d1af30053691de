package cn.anxun.server.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.form.FormResult;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The forms as a person sees them: printed by LibreOffice, looked at as text and as pictures. */
class FormPictureTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void print() throws IOException {
    Pictures.assumeInstalled();
    Map<String, FormResult> forms = new LinkedHashMap<>();
    forms.put("overall", SampleForms.overall());
    forms.put("project", SampleForms.project());
    forms.put("goals", SampleForms.goals());
    forms.put("long", longForm());
    for (PrintedFormat format : PrintedFormat.values()) {
      List<Path> files = new ArrayList<>();
      for (Map.Entry<String, FormResult> form : forms.entrySet()) {
        Path to = Files.createDirectories(folder.resolve(format.name()));
        Path file = to.resolve(form.getKey() + format.ending());
        try (OutputStream out = Files.newOutputStream(file)) {
          format.write(
              new FormComposer(FormLayouts.shipped())
                  .compose(form.getValue(), SampleForms.DETAILS, SampleForms.PROVENANCE),
              out);
        }
        files.add(file);
      }
      Pictures.toPdf(folder.resolve(format.name()), files);
    }
  }

  /** Forty rows, which do not fit on a page. */
  private static FormResult longForm() {
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      rows.add(
          """
          {"l1": "产出指标", "l2": "数量指标", "l3": "第%d项指标的名称较长，用来看换行与分页",
           "target": "≥5个", "weight": 2.25, "typed": "6个"}
          """
              .formatted(i));
    }
    return SampleForms.filled(
        (Json.Members)
            JsonText.read(
                """
                {"title": "长表", "template": "项目支出绩效自评表", "execution": {"weight": 10},
                 "rows": [%s]}
                """
                    .formatted(String.join(",", rows))));
  }

  private static Path pdf(PrintedFormat format, String form) {
    return folder.resolve(format.name()).resolve(form + ".pdf");
  }

  private static List<String> pages(PrintedFormat format, String form) throws IOException {
    return Pictures.pages(folder.resolve(format.name()), pdf(format, form)).stream()
        .map(page -> page.replaceAll("\\s+", ""))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(PrintedFormat.class)
  void print_ofTheWholeBureausForm_readsInItsOrder(PrintedFormat format) throws IOException {
    List<String> pages = pages(format, "overall");

    assertThat(pages).hasSize(2);
    assertThat(pages.get(0))
        .containsSubsequence(
            "2026年度部门整体支出绩效自评表",
            "数据截止",
            "部门（单位）名称",
            "年初预算数",
            "全年预算数",
            "全年执行数",
            "分值",
            "执行率",
            "得分",
            "912.40",
            "97.56%",
            "预期目标",
            "实际完成情况",
            "一级指标",
            "二级指标",
            "三级指标",
            "年度指标值",
            "实际完成值",
            "自评得分",
            "排查各类安全隐患个数",
            "1286个",
            "企业及广大居民满意度",
            "总分",
            "98.71",
            "填表人：王晓梅",
            "单位负责人签字",
            "填报日期：2027年1月18日",
            "第1页共2页");
    assertThat(pages.get(1)).containsSubsequence("核对意见", "第2页共2页");
  }

  @ParameterizedTest
  @EnumSource(PrintedFormat.class)
  void print_ofAProjectsForm_keepsTheFlagsOffIt(PrintedFormat format) throws IOException {
    List<String> pages = pages(format, "project");

    assertThat(pages).hasSize(2);
    assertThat(pages.get(0))
        .containsSubsequence("业务工作经费", "主管部门", "实施单位", "重大隐患排查整治率", "97.37%", "19.47")
        .doesNotContain("核对意见");
    assertThat(pages.get(1)).containsSubsequence("核对意见", "分值合计", "105", "偏差未说明");
  }

  @ParameterizedTest
  @EnumSource(PrintedFormat.class)
  void print_ofAFormWithoutScores_hasNone(PrintedFormat format) throws IOException {
    List<String> pages = pages(format, "goals");

    assertThat(pages).hasSize(2);
    assertThat(pages.get(0))
        .containsSubsequence("项目绩效目标完成情况表", "（2026年度）", "预算数", "执行数", "包含数字及文字描述")
        .doesNotContain("得分");
  }

  @ParameterizedTest
  @EnumSource(PrintedFormat.class)
  void print_ofALongForm_repeatsTheHeadingOnEachPage(PrintedFormat format) throws IOException {
    List<String> pages = pages(format, "long");

    assertThat(pages.size()).isGreaterThan(3);
    for (String page : pages.subList(0, pages.size() - 1)) {
      assertThat(page).contains("三级指标", "实际完成值", "自评得分");
    }
    String whole = String.join("", pages);
    for (int i = 1; i <= 40; i++) {
      assertThat(whole).contains("第" + i + "项指标");
    }
  }

  @ParameterizedTest
  @EnumSource(PrintedFormat.class)
  void print_isLandscapeA4WithWhiteMargins(PrintedFormat format) throws IOException {
    List<BufferedImage> pictures =
        Pictures.pictures(folder.resolve(format.name()), pdf(format, "overall"));

    assertThat(pictures).hasSize(2);
    for (BufferedImage picture : pictures) {
      assertThat(picture.getWidth()).isBetween(841, 843);
      assertThat(picture.getHeight()).isBetween(595, 597);
      assertThat(isWhite(picture, 0, 0, 20, picture.getHeight())).isTrue();
      assertThat(isWhite(picture, picture.getWidth() - 20, 0, 20, picture.getHeight())).isTrue();
      assertThat(isWhite(picture, 0, 0, picture.getWidth(), 20)).isTrue();
    }
  }

  @Test
  void print_ofTheTable_hasItsOuterLinesUnbroken() throws IOException {
    BufferedImage picture =
        Pictures.pictures(folder.resolve("XLSX"), pdf(PrintedFormat.XLSX, "overall")).get(0);

    long longest = 0;
    for (int x = 20; x < picture.getWidth() / 4; x++) {
      longest = Math.max(longest, longestDarkRun(picture, x));
    }
    assertThat(longest).isGreaterThan(picture.getHeight() / 2);
  }

  private static long longestDarkRun(BufferedImage picture, int x) {
    long longest = 0;
    long run = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      run = (picture.getRGB(x, y) & 0xFF) < 200 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static boolean isWhite(BufferedImage picture, int x, int y, int width, int height) {
    for (int row = y; row < y + height; row++) {
      for (int column = x; column < x + width; column++) {
        if ((picture.getRGB(column, row) & 0xFFFFFF) != 0xFFFFFF) {
          return false;
        }
      }
    }
    return true;
  }
}
