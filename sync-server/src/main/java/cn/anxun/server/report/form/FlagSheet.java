package cn.anxun.server.report.form;

import cn.anxun.core.form.FormFlag;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.text.Texts;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.PrintedTable.Style;
import cn.anxun.server.text.ServerTexts;
import java.util.ArrayList;
import java.util.List;

/**
 * 核对意见: what the form gets wrong or owes, on a sheet of its own, for the office and not for the
 * finance bureau.
 */
final class FlagSheet {
  private FlagSheet() {}

  static PrintedDocument.Sheet of(FormResult form, String title, List<String> smallPrint) {
    Texts texts = ServerTexts.CHINESE;
    List<List<String>> rows = new ArrayList<>();
    for (FormFlag flag : form.flags()) {
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              flag.row().isEmpty() ? texts.text("report.flags.whole-form") : flag.row(),
              texts.text("report.flag." + flag.type().wire()),
              flag.says(),
              flag.sentence(Texts.CHINESE)));
    }
    if (rows.isEmpty()) {
      rows.add(List.of("", "", texts.text("report.flags.none"), "", ""));
    }
    return new PrintedDocument.Sheet(
        texts.text("report.flags.title"),
        texts.text("report.flags.title"),
        title,
        smallPrint,
        Listing.table(
            List.of(
                new Listing.Column(texts.text("report.flags.number"), 8, Style.VALUE),
                new Listing.Column(texts.text("report.flags.row"), 38, Style.TEXT),
                new Listing.Column(texts.text("report.flags.type"), 18, Style.VALUE),
                new Listing.Column(texts.text("report.flags.says"), 16, Style.VALUE),
                new Listing.Column(texts.text("report.flags.message"), 60, Style.TEXT)),
            rows),
        List.of());
  }
}
