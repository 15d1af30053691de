package cn.anxun.app.paper;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.paper.PaperBlock;
import cn.anxun.core.paper.PaperLayout;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages of a paper, and the same in words.
 *
 * @param words for a screen reader, from top to bottom
 */
public record PaperPages(PaperPainter painter, String words) {
  /** Of a paper, void or not. */
  public static PaperPages of(PaperRecord paper) {
    return of(paper.id(), paper.fields(), PaperLayout.of(paper, true));
  }

  /** Of a paper to come, with these fields. */
  public static PaperPages of(String subject, Fields fields) {
    return of(subject, fields, PaperLayout.of(fields, true));
  }

  private static PaperPages of(String subject, Fields fields, List<PaperBlock> blocks) {
    String number = fields.text(PaperIssued.PAPER_NO);
    String foot =
        Texts.CHINESE.text(
            "paper.label.foot",
            number.isEmpty() ? Texts.CHINESE.text("paper.label.waiting") : number,
            subject);
    return new PaperPages(new PaperPainter(blocks, foot), words(blocks));
  }

  private static String words(List<PaperBlock> blocks) {
    List<String> words = new ArrayList<>();
    for (PaperBlock block : blocks) {
      if (block instanceof PaperBlock.Head head) {
        words.add(head.text());
      } else if (block instanceof PaperBlock.Title title) {
        words.add(title.text());
      } else if (block instanceof PaperBlock.Annulled annulled) {
        words.add(annulled.text());
      } else if (block instanceof PaperBlock.Numbering number) {
        words.add(number.text());
      } else if (block instanceof PaperBlock.Row row) {
        words.add(row.label() + "：" + row.value());
      } else if (block instanceof PaperBlock.Paragraph paragraph) {
        words.add(paragraph.text());
      } else if (block instanceof PaperBlock.Table table) {
        table.rows().forEach(row -> words.add(String.join("，", row)));
      } else if (block instanceof PaperBlock.Signing signing) {
        words.add(signing.label() + "：" + signing.note());
      } else if (block instanceof PaperBlock.Closing closing) {
        words.add(closing.bureau() + closing.date());
      } else if (block instanceof PaperBlock.Note note) {
        words.add(note.text());
      }
    }
    return String.join("\n", words);
  }
}
