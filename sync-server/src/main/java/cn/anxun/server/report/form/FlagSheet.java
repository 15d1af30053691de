package cn.anxun.server.report.form;

import cn.anxun.core.form.FormFlag;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.text.Texts;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.text.ServerTexts;
import java.util.ArrayList;
import java.util.List;

/** 核对意见: what the form gets wrong or owes, on a sheet of its own, for the office and not for the finance bureau. */
final class FlagSheet {
  private static final List<Integer> WIDTHS = List.of(8, 36, 22, 20, 54);

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
              flag.message()));
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
            WIDTHS,
            List.of(
                texts.text("report.flags.number"),
                texts.text("report.flags.row"),
                texts.text("report.flags.type"),
                texts.text("report.flags.says"),
                texts.text("report.flags.message")),
            rows),
        List.of());
  }
}
