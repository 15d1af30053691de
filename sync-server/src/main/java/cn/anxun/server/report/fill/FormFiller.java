package cn.anxun.server.report.fill;

import cn.anxun.server.report.fill.FillProblem.Reason;
import cn.anxun.server.report.form.FormValues;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fills the finance bureau's own .xlsx, .xlsm or .docx in place. Only the texts of the filled cells
 * and runs change; every other part is copied in its very bytes, and within a changed part nothing
 * else is touched. All or nothing: where any placeholder is unknown or cannot be filled, nothing is
 * written and everything that is wrong is said.
 */
public final class FormFiller {
  private final OfficeFile file;
  private final Map<String, String> changed;
  private final FillReport report;

  private FormFiller(OfficeFile file, Map<String, String> changed, FillReport report) {
    this.file = file;
    this.changed = changed;
    this.report = report;
  }

  /**
   * Fills a copy of the template.
   *
   * @param ties cells of a workbook, or of a document's tables and paragraphs, tied to values
   * @throws FillException with every problem found; then nothing was written
   */
  public static FillReport fill(Path template, FormValues values, List<Tie> ties, OutputStream out)
      throws IOException, FillException {
    try (OfficeFile file = OfficeFile.open(template)) {
      FormFiller filler = prepared(file, values, ties);
      filler.file.write(out, filler.changed);
      return filler.report;
    }
  }

  /** As {@link #fill(Path, FormValues, List, OutputStream)}, from bytes. */
  public static FillReport fill(
      byte[] template, FormValues values, List<Tie> ties, OutputStream out)
      throws IOException, FillException {
    try (OfficeFile file = OfficeFile.open(template)) {
      FormFiller filler = prepared(file, values, ties);
      filler.file.write(out, filler.changed);
      return filler.report;
    }
  }

  private static FormFiller prepared(OfficeFile file, FormValues values, List<Tie> ties)
      throws IOException, FillException {
    String main =
        file.related("", "officeDocument")
            .filter(file::has)
            .orElseThrow(() -> new FillException(FillProblem.of(Reason.NOT_OFFICE, "")));
    FillLog log = new FillLog(values);
    List<String> notices = new ArrayList<>();
    Map<String, String> changed;
    if (XmlText.prefix(file.xml(main), Workbook.NAMESPACES).isPresent()) {
      XlsxFiller filler = new XlsxFiller(file, log);
      changed = filler.fill(main, ties);
      notices.addAll(filler.notices());
    } else {
      changed = new DocxFiller(file, log).fill(main, ties);
    }
    log.requireNoProblem();
    if (file.hasUnder("_xmlsignatures/")) {
      notices.add(ServerTexts.CHINESE.text("fill.notice.signature"));
    }
    if (log.filled().isEmpty()) {
      notices.add(ServerTexts.CHINESE.text("fill.notice.nothing"));
    }
    return new FormFiller(file, changed, new FillReport(log.filled(), notices));
  }
}
