package cn.anxun.app.paper;

import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.text.TextPaint;
import cn.anxun.core.paper.PaperBlock;
import cn.anxun.core.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Draws a paper on pages of A4, in points of 1/72 inch, on any canvas: the screen's, a PDF's, a
 * printer's.
 */
public final class PaperPainter {
  /** Of a page, in points. */
  public static final int WIDTH = 595;

  /** Of a page, in points. */
  public static final int HEIGHT = 842;

  private static final float SIDE = 62;
  private static final float TOP = 46;
  private static final float BOTTOM = 52;
  private static final float TEXT = WIDTH - 2 * SIDE;
  private static final float ROOM = HEIGHT - TOP - BOTTOM;
  private static final int ANNULLED = Color.rgb(190, 30, 30);
  private static final float INDENT = 2 * Lines.BODY;

  /** How many of the last lines of the text are kept with the signatures. */
  private static final int KEPT_LINES = 2;

  private final String foot;
  private final List<Strip> strips = new ArrayList<>();
  private final List<TableStrips> tables = new ArrayList<>();
  private final List<List<Strip>> heads = new ArrayList<>();
  private final List<List<Placed>> pages = new ArrayList<>();
  private boolean annulled;
  private int end = -1;

  private record Placed(float top, Strip.Drawing drawing) {}

  /**
   * Lays the paper out.
   *
   * @param foot stands at the bottom of every page: its number, and how it is verified
   */
  public PaperPainter(List<PaperBlock> blocks, String foot) {
    this.foot = foot;
    for (PaperBlock block : blocks) {
      add(block);
    }
    keepTheEnd();
    place();
  }

  /** At least one. */
  public int pages() {
    return pages.size();
  }

  /** Draws the page of this place, from 0, its white ground included. */
  public void draw(Canvas canvas, int page) {
    Paint ground = new Paint();
    ground.setColor(Color.WHITE);
    canvas.drawRect(0, 0, WIDTH, HEIGHT, ground);
    for (Placed placed : pages.get(page)) {
      placed.drawing().draw(canvas, SIDE, placed.top());
    }
    if (annulled) {
      drawAnnulled(canvas);
    }
    TextPaint small = Lines.paint(9, false);
    float line = HEIGHT - BOTTOM + 14;
    canvas.drawLine(SIDE, line, WIDTH - SIDE, line, small);
    String number =
        Texts.CHINESE.text(
            "paper.label.page", Integer.toString(page + 1), Integer.toString(pages.size()));
    float free = TEXT - small.measureText(number) - 8;
    canvas.drawText(Lines.split(foot, small, free, 0).get(0), SIDE, line + 14, small);
    canvas.drawText(number, WIDTH - SIDE - small.measureText(number), line + 14, small);
  }

  /** Across the page, so that no part of it passes for a valid paper. */
  private static void drawAnnulled(Canvas canvas) {
    TextPaint paint = Lines.paint(150, true);
    paint.setColor(ANNULLED);
    paint.setAlpha(90);
    String mark = Texts.CHINESE.text("paper.label.annulled-mark");
    canvas.save();
    canvas.rotate(-35, WIDTH / 2f, HEIGHT / 2f);
    canvas.drawText(mark, (WIDTH - paint.measureText(mark)) / 2, HEIGHT / 2f + 50, paint);
    canvas.restore();
  }

  private void add(PaperBlock block) {
    if (end < 0 && block instanceof PaperBlock.Signing) {
      end = Math.max(0, strips.size() - KEPT_LINES);
    }
    if (block instanceof PaperBlock.Annulled annulment) {
      annulled = true;
      TextPaint red = Lines.paint(Lines.BODY, true);
      red.setColor(ANNULLED);
      strips.addAll(Lines.strips(annulment.text(), red, TEXT, Lines.Place.LEFT, true));
      strips.add(Strip.gap(8, true));
    } else if (block instanceof PaperBlock.Head head) {
      strips.addAll(
          Lines.strips(head.text(), Lines.paint(15, false), TEXT, Lines.Place.MIDDLE, true));
    } else if (block instanceof PaperBlock.Title title) {
      strips.addAll(
          Lines.strips(title.text(), Lines.paint(20, true), TEXT, Lines.Place.MIDDLE, true));
    } else if (block instanceof PaperBlock.Numbering number) {
      strips.addAll(text(number.text(), Lines.Place.RIGHT, true));
      strips.add(Strip.gap(4, true));
    } else if (block instanceof PaperBlock.Row row) {
      addRow(row);
    } else if (block instanceof PaperBlock.Paragraph paragraph) {
      addParagraph(paragraph);
    } else if (block instanceof PaperBlock.Table table) {
      addTable(table);
    } else if (block instanceof PaperBlock.Signing signing) {
      strips.addAll(SigningStrips.of(signing, TEXT));
    } else if (block instanceof PaperBlock.Closing closing) {
      strips.add(Strip.gap(6, true));
      strips.addAll(text(closing.bureau(), Lines.Place.RIGHT, true));
      if (!closing.seal().isEmpty()) {
        strips.addAll(text(closing.seal(), Lines.Place.RIGHT, true));
      }
      strips.addAll(text(closing.date(), Lines.Place.RIGHT, false));
    } else if (block instanceof PaperBlock.Note note) {
      strips.add(Strip.gap(6, false));
      strips.addAll(
          Lines.strips(note.text(), Lines.paint(10, false), TEXT, Lines.Place.LEFT, false));
    }
  }

  private static List<Strip> text(String text, Lines.Place place, boolean together) {
    return Lines.strips(text, Lines.paint(Lines.BODY, false), TEXT, place, together);
  }

  private void addParagraph(PaperBlock.Paragraph paragraph) {
    TextPaint paint = Lines.paint(Lines.BODY, false);
    float at = paragraph.indented() ? INDENT : 0;
    for (String line : Lines.split(paragraph.text(), paint, TEXT, at)) {
      strips.add(Lines.line(line, paint, at, false));
      at = 0;
    }
  }

  /** The label at the left, the value beside it; an empty value is a line to write on. */
  private void addRow(PaperBlock.Row row) {
    TextPaint bold = Lines.paint(Lines.BODY, true);
    TextPaint paint = Lines.paint(Lines.BODY, false);
    String label = row.label() + "：";
    float beside = Math.min(TEXT / 2, bold.measureText(label));
    Strip.Drawing first =
        (canvas, left, top) -> {
          canvas.drawText(label, left, top + Lines.baseline(bold), bold);
          if (row.value().isEmpty()) {
            float base = top + Lines.baseline(bold) + 3;
            canvas.drawLine(left + beside, base, left + TEXT, base, bold);
          }
        };
    boolean begun = false;
    for (String line : Lines.split(row.value(), paint, TEXT - beside, 0)) {
      Strip strip = Lines.line(line, paint, beside, false);
      strips.add(begun ? strip : strip.with(first));
      begun = true;
    }
  }

  private void addTable(PaperBlock.Table table) {
    TableStrips rows = new TableStrips(table, TEXT);
    tables.add(rows);
    int head = tables.size();
    List<Strip> heading = rows.heading(table, head);
    heads.add(heading);
    strips.add(Strip.gap(4, true));
    strips.addAll(heading);
    for (List<String> row : table.rows()) {
      strips.addAll(rows.row(row, head));
    }
    Strip last = strips.remove(strips.size() - 1);
    strips.add(new Strip(last.height(), true, last.head(), last.drawing()));
    strips.add(new Strip(6, false, 0, rows::close));
  }

  /** The signatures, the seal and what follows stand on one page, with the last lines before. */
  private void keepTheEnd() {
    float height = 0;
    for (int i = Math.max(0, end); i < strips.size(); i++) {
      height += strips.get(i).height();
    }
    if (end < 0 || height > ROOM) {
      end = strips.size();
    }
    for (int i = end; i < strips.size() - 1; i++) {
      strips.set(i, strips.get(i).staying());
    }
  }

  private void place() {
    List<Placed> page = new ArrayList<>();
    float top = TOP;
    for (int i = 0; i < strips.size(); i++) {
      Strip strip = strips.get(i);
      if (!page.isEmpty() && top + together(i) > HEIGHT - BOTTOM) {
        boolean within = i > 0 && strip.head() > 0 && strips.get(i - 1).head() == strip.head();
        if (within) {
          page.add(new Placed(top, tables.get(strip.head() - 1)::close));
        }
        pages.add(Collections.unmodifiableList(page));
        page = new ArrayList<>();
        top = TOP;
        if (within) {
          for (Strip heading : heads.get(strip.head() - 1)) {
            page.add(new Placed(top, heading.drawing()));
            top += heading.height();
          }
          page.add(new Placed(top, tables.get(strip.head() - 1)::close));
        }
      }
      page.add(new Placed(top, strip.drawing()));
      top += strip.height();
    }
    pages.add(Collections.unmodifiableList(page));
  }

  /** The height of a strip with those that it is not to be parted from, unless they are many. */
  private float together(int first) {
    float height = 0;
    int at = first;
    while (at < strips.size()) {
      height += strips.get(at).height();
      if (!strips.get(at).staysWithNext()) {
        break;
      }
      at++;
    }
    return height < ROOM / 3 || first >= end ? height : strips.get(first).height();
  }
}
