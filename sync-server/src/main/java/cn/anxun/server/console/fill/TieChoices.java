package cn.anxun.server.console.fill;

import cn.anxun.core.text.Texts;
import cn.anxun.server.console.fill.TiePage.Choice;
import cn.anxun.server.report.Value;
import cn.anxun.server.report.fill.TemplateView;
import cn.anxun.server.report.form.FormValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a cell can be tied to: first what its row and its column seem to ask for, then the rest of
 * the form, the indicators, and what is said of the whole form.
 */
final class TieChoices {
  private static final int ROW_FITS = 8;
  private static final int COLUMN_FITS = 4;

  /** How tables of finance bureaus head the columns of each part. */
  private static final Map<String, List<String>> HEADINGS =
      Map.of(
          "target", List.of("指标值", "目标值"),
          "actual", List.of("完成值", "完成情况", "实际"),
          "weight", List.of("分值", "权重"),
          "score", List.of("得分"),
          "completion", List.of("完成率"),
          "reason", List.of("原因", "改进"),
          "name", List.of("三级指标"),
          "level1", List.of("一级指标"),
          "level2", List.of("二级指标"));

  private final FormValues values;
  private final ValueWords words;

  TieChoices(FormValues values, Texts texts) {
    this.values = values;
    this.words = new ValueWords(texts);
  }

  /**
   * The choices for a cell.
   *
   * @param search what their name or value must contain
   * @param now what the cell is tied to, or ""
   */
  List<Choice> list(TemplateView.Sheet sheet, String place, String search, String now) {
    List<String> row = new ArrayList<>();
    List<String> column = new ArrayList<>();
    String letters = place.replaceAll("\\d", "");
    int number = Integer.parseInt(place.replaceAll("\\D", ""));
    for (TemplateView.Row each : sheet.rows()) {
      for (TemplateView.Cell cell : each.cells()) {
        if (each.number() == number) {
          row.add(bare(cell.text()));
        } else if (each.number() < number && cell.place().replaceAll("\\d", "").equals(letters)) {
          column.add(bare(cell.text()));
        }
      }
    }
    List<Ranked> ranked = new ArrayList<>();
    String wanted = search.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, Value> entry : values.all().entrySet()) {
      String name = entry.getKey();
      String label = words.of(name);
      String text = entry.getValue().text();
      if ((label + ' ' + name + ' ' + text).toLowerCase(Locale.ROOT).contains(wanted)) {
        ranked.add(
            new Ranked(new Choice(name, label, text, name.equals(now)), rank(name, row, column)));
      }
    }
    ranked.sort(Comparator.comparingInt(Ranked::rank).reversed());
    return ranked.stream().map(Ranked::choice).toList();
  }

  private record Ranked(Choice choice, int rank) {}

  private static int rank(String name, List<String> row, List<String> column) {
    int first = name.indexOf('.');
    int last = name.lastIndexOf('.');
    boolean isRow = name.startsWith("row.");
    boolean isIndicator = name.startsWith("indicator.");
    if ((!isRow && !isIndicator) || first >= last) {
      return 0;
    }
    String about = bare(name.substring(first + 1, last));
    List<String> headings = HEADINGS.getOrDefault(name.substring(last + 1), List.of());
    boolean rowFits = row.contains(about);
    boolean columnFits =
        column.stream().anyMatch(text -> headings.stream().anyMatch(text::contains));
    return (isRow ? 2 : 1)
        + (rowFits ? ROW_FITS : 0)
        + (rowFits && columnFits && isRow ? COLUMN_FITS : 0);
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\u3000]+", "");
  }
}
