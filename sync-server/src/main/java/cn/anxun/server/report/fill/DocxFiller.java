package cn.anxun.server.report.fill;

import cn.anxun.server.report.Placeholders;
import cn.anxun.server.report.Value;
import cn.anxun.server.report.fill.FillProblem.Reason;
import cn.anxun.server.report.fill.XmlText.Edit;
import cn.anxun.server.report.xlsx.CellText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills a document: placeholders in paragraphs and table cells of its body, headers, footers and
 * notes; and cells tied to values.
 */
final class DocxFiller {
  private final OfficeFile file;
  private final FillLog log;

  DocxFiller(OfficeFile file, FillLog log) {
    this.file = file;
    this.log = log;
  }

  /** The parts that change, with their new text. */
  Map<String, String> fill(String documentPart, List<Tie> ties) throws IOException, FillException {
    Map<String, String> changed = new LinkedHashMap<>();
    DocxTies tied = new DocxTies(documentPart, file.xml(documentPart), log);
    List<Edit> tiedEdits = tied.fill(ties);
    List<String> parts = DocxParagraphs.parts(file, documentPart);
    for (String part : parts) {
      String xml = file.xml(part);
      List<Edit> edits = new ArrayList<>();
      boolean isBody = part.equals(documentPart);
      int number = 0;
      for (TextRuns paragraph : DocxParagraphs.of(part, xml)) {
        number++;
        if (Placeholders.suspectedIn(paragraph.text())) {
          edits.addAll(fill(paragraph, DocxParagraphs.place(part, number), xml, part));
        }
      }
      if (isBody) {
        edits.removeIf(tied::replaces);
        edits.addAll(tiedEdits);
      }
      if (!edits.isEmpty()) {
        changed.put(part, XmlText.apply(xml, edits));
      }
    }
    Leftovers.report(file, parts, log);
    return changed;
  }

  private List<Edit> fill(TextRuns paragraph, String where, String xml, String part)
      throws FillException {
    List<Placeholders.Span> spans = paragraph.placeholders();
    if (spans.isEmpty()) {
      log.problem(Reason.UNKNOWN_PLACEHOLDER, where, paragraph.text(), "");
    }
    Map<String, String> found = new HashMap<>();
    String prefix = DocxParagraphs.prefix(part, xml);
    for (Placeholders.Span span : spans) {
      Optional<Value> value = log.placeholder(where, span.name());
      value.ifPresent(known -> found.put(span.name(), escape(known.text(), prefix)));
    }
    return paragraph.fill(found::get);
  }

  /** A line end in a value is a line break of the run. */
  static String escape(String text, String prefix) {
    String held = CellText.fitting(text.replace("\r\n", "\n").replace('\r', '\n'));
    String lineBreak =
        "</" + prefix + "t><" + prefix + "br/><" + prefix + "t xml:space=\"preserve\">";
    return XmlText.escape(held).replace("\n", lineBreak);
  }
}
