package cn.anxun.server.console.form;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.TargetAdjusted;
import cn.anxun.core.entry.TargetsSet;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.console.page.Days;
import java.util.ArrayList;
import java.util.List;

/** What was said of a year's targets, by whom and when. */
final class TargetHistory {
  private final Directory directory;
  private final FormRequest asked;

  TargetHistory(Directory directory, FormRequest asked) {
    this.directory = directory;
    this.asked = asked;
  }

  List<TargetForm.Said> list() {
    List<TargetForm.Said> said = new ArrayList<>();
    for (LedgerEntry entry :
        asked.ledger.listSubject(Documents.targets(asked.year), asked.viewed.cutoff().seq())) {
      String what = what(entry);
      if (!what.isEmpty()) {
        said.add(
            new TargetForm.Said(
                Days.text(entry.stamp().at(), asked.texts), by(entry.stamp().author()), what));
      }
    }
    return said;
  }

  private String by(String account) {
    return directory.accounts().displayName(account);
  }

  private String what(LedgerEntry entry) {
    Fields fields = entry.entry().fields();
    if (entry.entry() instanceof TargetsSet) {
      return asked.texts.text(
          "console.form.said-frozen",
          Days.text(entry.entry().header().businessDate(), asked.texts));
    }
    return entry.entry() instanceof TargetAdjusted
        ? asked.texts.text(
            "console.form.said-adjusted",
            fields.text(TargetAdjusted.ROW),
            fields.text(TargetAdjusted.TARGET),
            fields.text(TargetAdjusted.DOCUMENT_NO),
            fields.text(TargetAdjusted.REASON))
        : "";
  }
}
