package cn.anxun.core.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One piece of a printed paper, from top to bottom; what draws it knows nothing of papers. */
public sealed interface PaperBlock {

  /** Centred at the top, smaller than the title: who issues. */
  record Head(String text) implements PaperBlock {}

  /** At the very top of a void paper: that it is, since when and why; drawn so on every page. */
  record Annulled(String text) implements PaperBlock {}

  /** Centred and large. */
  record Title(String text) implements PaperBlock {}

  /** Right-aligned: the number. */
  record Numbering(String text) implements PaperBlock {}

  /** A label and what is filled in behind it; an empty value is a line to write on. */
  record Row(String label, String value) implements PaperBlock {}

  /**
   * Running text.
   *
   * @param indented whether its first line stands in by two letters; the one who is addressed does
   *     not
   */
  record Paragraph(String text, boolean indented) implements PaperBlock {
    /** As most are. */
    public Paragraph(String text) {
      this(text, true);
    }
  }

  /** Findings; the heading is repeated on each page. */
  record Table(List<Column> columns, List<List<String>> rows) implements PaperBlock {
    public Table {
      columns = Collections.unmodifiableList(new ArrayList<>(columns));
      List<List<String>> copy = new ArrayList<>();
      for (List<String> row : rows) {
        copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
      }
      rows = Collections.unmodifiableList(copy);
    }
  }

  /** A column of a table; widths are parts of their sum. */
  record Column(String heading, int width) {}

  /**
   * Where somebody signs: what was drawn, else an empty line; the names only where they may be
   * seen. Kept together on one page.
   */
  record Signing(String label, List<Signature> signatures, String note) implements PaperBlock {
    public Signing {
      signatures = Collections.unmodifiableList(new ArrayList<>(signatures));
    }
  }

  /** Right-aligned at the end: the bureau, its seal's place and the day. */
  record Closing(String bureau, String seal, String date) implements PaperBlock {}

  /** Small, at the foot. */
  record Note(String text) implements PaperBlock {}
}
