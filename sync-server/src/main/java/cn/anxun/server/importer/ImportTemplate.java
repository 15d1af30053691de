package cn.anxun.server.importer;

import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.text.Texts;
import cn.anxun.server.report.TextMeasure;
import cn.anxun.server.report.xlsx.Unclosed;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An empty workbook to fill in: the headings with choices to pick from, and a sheet that explains
 * them.
 */
public final class ImportTemplate {
  private static final int ROWS = 2_000;
  private static final int LEAST_WIDTH = 12;
  private static final String REQUIRED_FILL = "FFE699";
  private static final String FILL = "EEEEEE";

  private ImportTemplate() {}

  /** Writes the template of this kind; the stream stays open. */
  public static void write(ImportKind kind, OutputStream out) throws IOException {
    Texts texts = ServerTexts.CHINESE;
    try (Workbook workbook = new Workbook(new Unclosed(out), "anxun", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(kind.label());
      Worksheet help = workbook.newWorksheet(texts.text("import.template.help"));
      Worksheet choices = workbook.newWorksheet(texts.text("import.template.choices"));
      headings(kind, sheet);
      choices(kind, sheet, choices);
      help(kind, help);
    }
  }

  private static void headings(ImportKind kind, Worksheet sheet) {
    for (int i = 0; i < kind.columns().size(); i++) {
      ImportColumn column = kind.columns().get(i);
      String heading = (column.required() ? "*" : "") + column.heading();
      sheet.value(0, i, heading);
      sheet
          .style(0, i)
          .bold()
          .fillColor(column.required() ? REQUIRED_FILL : FILL)
          .borderStyle("thin")
          .horizontalAlignment("center")
          .set();
      sheet.width(i, Math.max(LEAST_WIDTH, TextMeasure.width(heading) + 4));
      if (column.type() == ImportColumn.Type.DATE) {
        sheet.range(1, i, ROWS, i).style().format("yyyy-mm-dd").set();
      } else if (column.type() == ImportColumn.Type.TEXT) {
        sheet.range(1, i, ROWS, i).style().format("@").set();
      }
    }
    sheet.freezePane(0, 1);
  }

  private static void choices(ImportKind kind, Worksheet sheet, Worksheet choices) {
    int at = 0;
    for (int i = 0; i < kind.columns().size(); i++) {
      ImportColumn column = kind.columns().get(i);
      List<String> offered = offered(column);
      if (offered.isEmpty()) {
        continue;
      }
      choices.value(0, at, column.heading());
      for (int row = 0; row < offered.size(); row++) {
        choices.value(row + 1, at, offered.get(row));
      }
      Range from = choices.range(1, at, offered.size(), at);
      sheet.range(1, i, ROWS, i).validateWithList(from).allowBlank(true).showErrorMessage(false);
      at++;
    }
  }

  private static List<String> offered(ImportColumn column) {
    if (column.type() == ImportColumn.Type.YES_NO) {
      List<String> words = new ArrayList<>(column.synonyms().keySet().stream().sorted().toList());
      return words.isEmpty() ? List.of("是", "否") : words;
    }
    Optional<CodeList> list = column.list().flatMap(CodeLists.shipped()::find);
    return list.map(found -> found.listOffered().stream().map(CodeList.Item::value).toList())
        .orElse(List.of());
  }

  private static void help(ImportKind kind, Worksheet help) {
    Texts texts = ServerTexts.CHINESE;
    List<String> heads =
        List.of(
            texts.text("import.template.column"),
            texts.text("import.template.required"),
            texts.text("import.template.type"),
            texts.text("import.template.example"),
            texts.text("import.template.aliases"));
    int[] widths = {24, 8, 28, 30, 80};
    for (int i = 0; i < heads.size(); i++) {
      help.value(0, i, heads.get(i));
      help.style(0, i).bold().fillColor(FILL).set();
      help.width(i, widths[i]);
    }
    for (int row = 0; row < kind.columns().size(); row++) {
      ImportColumn column = kind.columns().get(row);
      String type = column.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
      help.value(row + 1, 0, column.heading());
      help.value(row + 1, 1, column.required() ? texts.text("records.yes") : "");
      help.value(row + 1, 2, texts.text("import.type." + type));
      help.value(row + 1, 3, column.example());
      help.value(row + 1, 4, String.join("、", column.aliases()));
    }
  }
}
