package cn.anxun.server.console.paper;

import cn.anxun.core.paper.PaperBlock;
import cn.anxun.core.paper.Signature;
import cn.anxun.server.report.paper.SignatureShape;
import java.util.List;

/**
 * A piece of a paper as a page draws it.
 *
 * @param kind what the page's style calls it
 * @param label before the text, or ""
 * @param headings of a table
 * @param rows of a table
 * @param drawn signatures
 */
public record Piece(
    String kind,
    String label,
    String text,
    List<String> headings,
    List<List<String>> rows,
    List<Drawn> drawn) {

  /** A signature: the {@code viewBox} and the {@code d} of its path. */
  public record Drawn(String box, String path) {}

  public Piece {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
    drawn = List.copyOf(drawn);
  }

  static List<Piece> list(List<PaperBlock> blocks) {
    return blocks.stream().map(Piece::of).toList();
  }

  private static Piece of(PaperBlock block) {
    if (block instanceof PaperBlock.Head head) {
      return text("head", "", head.text());
    } else if (block instanceof PaperBlock.Title title) {
      return text("title", "", title.text());
    } else if (block instanceof PaperBlock.Numbering number) {
      return text("numbering", "", number.text());
    } else if (block instanceof PaperBlock.Row row) {
      return text("row", row.label(), row.value());
    } else if (block instanceof PaperBlock.Paragraph paragraph) {
      return text(paragraph.indented() ? "running" : "addressed", "", paragraph.text());
    } else if (block instanceof PaperBlock.Closing closing) {
      return text("closing", closing.bureau() + closing.seal(), closing.date());
    } else if (block instanceof PaperBlock.Note note) {
      return text("note", "", note.text());
    } else if (block instanceof PaperBlock.Signing signing) {
      List<Drawn> drawn = signing.signatures().stream().map(Piece::drawn).toList();
      return new Piece("signing", signing.label(), signing.note(), List.of(), List.of(), drawn);
    } else if (block instanceof PaperBlock.Table table) {
      List<String> headings = table.columns().stream().map(PaperBlock.Column::heading).toList();
      return new Piece("findings", "", "", headings, table.rows(), List.of());
    }
    throw new IllegalStateException("no page for " + block);
  }

  private static Piece text(String kind, String label, String text) {
    return new Piece(kind, label, text, List.of(), List.of(), List.of());
  }

  private static Drawn drawn(Signature signature) {
    int margin = Math.max(signature.strokes().width(), signature.strokes().height()) / 40 + 1;
    String box =
        -margin
            + " "
            + -margin
            + " "
            + (signature.strokes().width() + 2 * margin)
            + " "
            + (signature.strokes().height() + 2 * margin);
    return new Drawn(box, SignatureShape.svg(signature.strokes()));
  }
}
