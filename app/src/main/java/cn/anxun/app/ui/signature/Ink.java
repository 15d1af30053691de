package cn.anxun.app.ui.signature;

import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.Path;
import android.graphics.RectF;
import cn.anxun.core.paper.SignatureStrokes;

/** Draws a signature as a smooth thick line, on the screen or on paper. */
public final class Ink {
  private Ink() {}

  /** The line alone; {@code thickness} in the units of the canvas. */
  public static Paint paint(int color, float thickness) {
    Paint paint = new Paint(Paint.ANTI_ALIAS_FLAG);
    paint.setStyle(Paint.Style.STROKE);
    paint.setStrokeCap(Paint.Cap.ROUND);
    paint.setStrokeJoin(Paint.Join.ROUND);
    paint.setColor(color);
    paint.setStrokeWidth(thickness);
    return paint;
  }

  /** In the coordinates of the strokes' own field. */
  public static Path path(SignatureStrokes strokes) {
    return path(strokes, 1, 0, 0);
  }

  /** As large as fits into the frame, from its left, in the middle of its height. */
  public static void draw(Canvas canvas, SignatureStrokes strokes, RectF frame, Paint paint) {
    float room = paint.getStrokeWidth();
    float scale =
        Math.min(
            (frame.width() - room) / strokes.width(), (frame.height() - room) / strokes.height());
    if (scale > 0) {
      canvas.drawPath(
          path(
              strokes,
              scale,
              frame.left + room / 2,
              frame.centerY() - strokes.height() * scale / 2),
          paint);
    }
  }

  private static Path path(SignatureStrokes strokes, float scale, float left, float top) {
    Path path = new Path();
    strokes.draw(
        new SignatureStrokes.Pen() {
          @Override
          public void moveTo(float x, float y) {
            path.moveTo(left + x * scale, top + y * scale);
          }

          @Override
          public void curveTo(float x1, float y1, float x2, float y2, float x, float y) {
            path.cubicTo(
                left + x1 * scale,
                top + y1 * scale,
                left + x2 * scale,
                top + y2 * scale,
                left + x * scale,
                top + y * scale);
          }
        });
    return path;
  }
}
