package cn.anxun.app.paper;

import android.graphics.Color;
import android.graphics.Paint;
import android.text.Layout;
import android.text.StaticLayout;
import android.text.TextPaint;
import java.util.ArrayList;
import java.util.List;

/** Text broken into lines, each drawn by itself, so that a page may end between any two. */
final class Lines {
  static final float BODY = 12;

  private Lines() {}

  /** Where a text stands between its edges. */
  enum Place {
    LEFT,
    MIDDLE,
    RIGHT
  }

  static TextPaint paint(float size, boolean bold) {
    TextPaint paint = new TextPaint(Paint.ANTI_ALIAS_FLAG | Paint.SUBPIXEL_TEXT_FLAG);
    paint.setColor(Color.BLACK);
    paint.setTextSize(size);
    // Not every phone has a bold Chinese face; a faked one looks the same on all.
    paint.setFakeBoldText(bold);
    return paint;
  }

  static float height(TextPaint paint) {
    return paint.getTextSize() * 1.5f;
  }

  static float baseline(TextPaint paint) {
    return paint.getTextSize() * 1.13f;
  }

  /** The lines of a text in this width; at least one. */
  static List<String> split(String text, TextPaint paint, float width, float indent) {
    StaticLayout layout =
        StaticLayout.Builder.obtain(text, 0, text.length(), paint, Math.max(1, (int) width))
            .setIndents(new int[] {(int) indent, 0}, null)
            .setBreakStrategy(Layout.BREAK_STRATEGY_SIMPLE)
            .setIncludePad(false)
            .build();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < layout.getLineCount(); i++) {
      lines.add(text.substring(layout.getLineStart(i), layout.getLineVisibleEnd(i)));
    }
    if (lines.isEmpty()) {
      lines.add("");
    }
    return lines;
  }

  /** Strips of a text that stands so between the edges. */
  static List<Strip> strips(
      String text, TextPaint paint, float width, Place place, boolean together) {
    List<Strip> strips = new ArrayList<>();
    for (String line : split(text, paint, width, 0)) {
      float free = width - paint.measureText(line);
      float at = place == Place.LEFT ? 0 : place == Place.MIDDLE ? free / 2 : free;
      strips.add(line(line, paint, at, together));
    }
    return strips;
  }

  static Strip line(String line, TextPaint paint, float at, boolean staysWithNext) {
    return new Strip(
        height(paint),
        staysWithNext,
        0,
        (canvas, left, top) -> canvas.drawText(line, left + at, top + baseline(paint), paint));
  }
}
