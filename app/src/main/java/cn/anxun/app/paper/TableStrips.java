package cn.anxun.app.paper;

import android.graphics.Color;
import android.graphics.Paint;
import android.text.TextPaint;
import cn.anxun.core.paper.PaperBlock;
import java.util.ArrayList;
import java.util.List;

/** The lines of a table; a row that is long goes on over the end of a page. */
final class TableStrips {
  private static final float SIZE = 10.5f;
  private static final float PADDING = 4;
  private static final float RULE = 0.7f;

  private final TextPaint body = Lines.paint(SIZE, false);
  private final TextPaint bold = Lines.paint(SIZE, true);
  private final Paint rule = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final float[] edges;

  TableStrips(PaperBlock.Table table, float width) {
    int sum = 0;
    for (PaperBlock.Column column : table.columns()) {
      sum += column.width();
    }
    edges = new float[table.columns().size() + 1];
    for (int i = 0; i < table.columns().size(); i++) {
      edges[i + 1] = edges[i] + width * table.columns().get(i).width() / sum;
    }
    rule.setColor(Color.BLACK);
    rule.setStrokeWidth(RULE);
  }

  /** The heading, which stays with the first row. */
  List<Strip> heading(PaperBlock.Table table, int head) {
    List<String> texts = new ArrayList<>();
    for (PaperBlock.Column column : table.columns()) {
      texts.add(column.heading());
    }
    List<Strip> strips = row(texts, bold, head);
    Strip last = strips.remove(strips.size() - 1);
    strips.add(new Strip(last.height(), true, head, last.drawing()));
    return strips;
  }

  List<Strip> row(List<String> texts, int head) {
    return row(texts, body, head);
  }

  private List<Strip> row(List<String> texts, TextPaint paint, int head) {
    List<List<String>> cells = new ArrayList<>();
    int most = 1;
    for (int i = 0; i + 1 < edges.length; i++) {
      float width = edges[i + 1] - edges[i] - 2 * PADDING;
      List<String> lines = Lines.split(i < texts.size() ? texts.get(i) : "", paint, width, 0);
      cells.add(lines);
      most = Math.max(most, lines.size());
    }
    List<Strip> strips = new ArrayList<>();
    for (int line = 0; line < most; line++) {
      strips.add(strip(cells, line, line == 0, line == most - 1, paint, head));
    }
    return strips;
  }

  private Strip strip(
      List<List<String>> cells, int line, boolean first, boolean last, TextPaint paint, int head) {
    float before = first ? PADDING : 0;
    float height = before + Lines.height(paint) * 0.93f + (last ? PADDING : 0);
    return new Strip(
        height,
        !last,
        head,
        (canvas, left, top) -> {
          for (int i = 0; i < cells.size(); i++) {
            if (line < cells.get(i).size()) {
              canvas.drawText(
                  cells.get(i).get(line),
                  left + edges[i] + PADDING,
                  top + before + paint.getTextSize(),
                  paint);
            }
          }
          for (float edge : edges) {
            canvas.drawLine(left + edge, top, left + edge, top + height, rule);
          }
          if (first) {
            canvas.drawLine(left, top, left + edges[edges.length - 1], top, rule);
          }
        });
  }

  /** Closes the table, or what of it stands on a page, at the bottom. */
  void close(android.graphics.Canvas canvas, float left, float top) {
    canvas.drawLine(left, top, left + edges[edges.length - 1], top, rule);
  }
}
