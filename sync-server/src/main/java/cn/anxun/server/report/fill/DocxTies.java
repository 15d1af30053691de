package cn.anxun.server.report.fill;

import cn.anxun.server.report.Value;
import cn.anxun.server.report.fill.DocumentCells.Place;
import cn.anxun.server.report.fill.FillProblem.Reason;
import cn.anxun.server.report.fill.XmlText.Edit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts values into a document where cells of its tables and paragraphs are tied to them: a cell's
 * text gives way to the value, in the look of its first letters; a paragraph keeps its text and the
 * value stands at its end, in the look of its last letters.
 */
final class DocxTies {
  private final String xml;
  private final String prefix;
  private final DocumentCells cells;
  private final FillLog log;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Place> filled = new ArrayList<>();

  DocxTies(String part, String xml, FillLog log) throws FillException {
    this.xml = xml;
    this.prefix = DocxParagraphs.prefix(part, xml);
    this.cells = DocumentCells.of(part, xml);
    this.log = log;
  }

  /** The edits for these ties. */
  List<Edit> fill(List<Tie> ties) {
    Set<Place> done = new HashSet<>();
    for (Tie tie : ties) {
      Optional<CellReference> reference = CellReference.parse(tie.cell());
      Optional<Place> place = reference.flatMap(cell -> cells.find(tie.sheet(), cell));
      if (reference.isEmpty() || place.filter(one -> !done.add(one)).isPresent()) {
        log.problem(Reason.BAD_TIE, tie.place());
      } else if (place.isEmpty()) {
        log.problem(Reason.NO_SHEET, tie.place(), tie.sheet(), String.join("、", names()));
      } else if (place.get().continued()) {
        log.problem(Reason.MERGED, tie.place(), tie.cell());
      } else {
        log.tied(tie.place(), tie.value()).ifPresent(value -> fill(place.get(), value));
      }
    }
    return edits;
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    cells.places().forEach(place -> names.add(place.sheet()));
    return names;
  }

  /** Whether this stands in a cell whose text has given way. */
  boolean replaces(Edit edit) {
    return filled.stream()
        .anyMatch(place -> edit.from() >= place.from() && edit.until() <= place.until());
  }

  private void fill(Place place, Value value) {
    if (place.sheet().equals(DocumentCells.TEXT)) {
      append(place.from(), place.until(), value);
    } else {
      filled.add(place);
      replace(place, value);
    }
  }

  /** The first text becomes the value, the others nothing; without any, a run is added. */
  private void replace(Place place, Value value) {
    XmlCursor cursor = new XmlCursor(xml, place.from(), place.until());
    boolean isFirst = true;
    int paragraphFrom = -1;
    int paragraphUntil = -1;
    while (cursor.next()) {
      if (cursor.isStart(prefix + "tbl")) {
        cursor.skipElement();
      } else if (cursor.isStart(prefix + "p") && paragraphFrom < 0) {
        paragraphFrom = cursor.from();
        paragraphUntil = end(paragraphFrom, place.until());
      } else if (cursor.isStart(prefix + "t")) {
        int from = cursor.from();
        cursor.skipElement();
        edits.add(new Edit(from, cursor.until(), isFirst ? text(value) : text(Value.of(""))));
        isFirst = false;
      }
    }
    if (isFirst && paragraphFrom >= 0) {
      append(paragraphFrom, paragraphUntil, value);
    }
  }

  private int end(int from, int limit) {
    XmlCursor cursor = new XmlCursor(xml, from, limit);
    cursor.next();
    cursor.skipElement();
    return cursor.until();
  }

  /** A run at the end of a paragraph. */
  private void append(int from, int until, Value value) {
    String run = "<" + prefix + "r>" + look(from, until) + text(value) + "</" + prefix + "r>";
    XmlCursor cursor = new XmlCursor(xml, from, until);
    cursor.next();
    if (cursor.isSelfClosing()) {
      String tag = xml.substring(from, until - 2).stripTrailing();
      edits.add(new Edit(from, until, tag + ">" + run + "</" + prefix + "p>"));
    } else {
      int close = xml.lastIndexOf("</", until - 1);
      edits.add(new Edit(close, close, run));
    }
  }

  /** The look of the paragraph's last letters, or else of its mark. */
  private String look(int from, int until) {
    String look = "";
    XmlCursor cursor = new XmlCursor(xml, from, until);
    while (cursor.next()) {
      if (cursor.isStart(prefix + "rPr")) {
        int start = cursor.from();
        cursor.skipElement();
        look = xml.substring(start, cursor.until());
      }
    }
    // What was changed by whom belongs to the letters it was said of.
    return look.contains(prefix + "ins ") || look.contains("Change") ? "" : look;
  }

  private String text(Value value) {
    return "<"
        + prefix
        + "t xml:space=\"preserve\">"
        + DocxFiller.escape(value.text(), prefix)
        + "</"
        + prefix
        + "t>";
  }
}
