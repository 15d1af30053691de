package cn.anxun.app.photo;

import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.graphics.RectF;
import android.text.Layout;
import android.text.StaticLayout;
import android.text.TextPaint;
import java.util.List;

/** Draws a caption over the lower edge of a picture: white on a dark band, legible on any. */
public final class CaptionPainter {
  private static final int BAND = Color.argb(0x99, 0, 0, 0);
  private static final float PART_OF_WIDTH = 1 / 26f;
  private static final float MARGIN = 0.5f;

  private CaptionPainter() {}

  /**
   * Draws it.
   *
   * @param picture where the picture lies on the canvas
   * @param least the smallest size of the letters that can be read there, in pixels
   */
  public static void draw(Canvas canvas, RectF picture, List<String> lines, float least) {
    if (lines.isEmpty() || picture.isEmpty()) {
      return;
    }
    TextPaint paint = new TextPaint(Paint.ANTI_ALIAS_FLAG);
    paint.setColor(Color.WHITE);
    paint.setTextSize(Math.max(least, picture.width() * PART_OF_WIDTH));
    float margin = paint.getTextSize() * MARGIN;
    int width = Math.max(1, Math.round(picture.width() - 2 * margin));
    String text = String.join("\n", lines);
    StaticLayout layout =
        StaticLayout.Builder.obtain(text, 0, text.length(), paint, width)
            .setAlignment(Layout.Alignment.ALIGN_NORMAL)
            .build();
    float top = picture.bottom - layout.getHeight() - 2 * margin;
    Paint band = new Paint();
    band.setColor(BAND);
    canvas.drawRect(picture.left, top, picture.right, picture.bottom, band);
    int saved = canvas.save();
    canvas.translate(picture.left + margin, top + margin);
    layout.draw(canvas);
    canvas.restoreToCount(saved);
  }
}
