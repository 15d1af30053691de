package cn.anxun.app.photo;

import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.graphics.RectF;
import java.util.List;

/** Draws marks: yellow within a black edge, so that they show on any picture. */
public final class MarkPainter {
  private static final int INSIDE = Color.rgb(0xFF, 0xD5, 0x4F);
  private static final float LINE = 1 / 110f;
  private static final float EDGE = 2.2f;
  private static final float HEAD = 5;
  private static final double HEAD_ANGLE = Math.PI / 7;

  private MarkPainter() {}

  /** Draws them on the picture that lies there. */
  public static void draw(Canvas canvas, RectF picture, List<Mark> marks) {
    float line = Math.max(picture.width(), picture.height()) * LINE;
    for (Mark mark : marks) {
      draw(canvas, picture, mark, paint(Color.BLACK, line * EDGE), line);
      draw(canvas, picture, mark, paint(INSIDE, line), line);
    }
  }

  private static Paint paint(int color, float width) {
    Paint paint = new Paint(Paint.ANTI_ALIAS_FLAG);
    paint.setStyle(Paint.Style.STROKE);
    paint.setStrokeCap(Paint.Cap.ROUND);
    paint.setStrokeJoin(Paint.Join.ROUND);
    paint.setColor(color);
    paint.setStrokeWidth(width);
    return paint;
  }

  private static void draw(Canvas canvas, RectF picture, Mark mark, Paint paint, float line) {
    float fromX = picture.left + mark.fromX() * picture.width();
    float fromY = picture.top + mark.fromY() * picture.height();
    float toX = picture.left + mark.toX() * picture.width();
    float toY = picture.top + mark.toY() * picture.height();
    if (mark.kind() == Mark.Kind.CIRCLE) {
      canvas.drawOval(
          Math.min(fromX, toX),
          Math.min(fromY, toY),
          Math.max(fromX, toX),
          Math.max(fromY, toY),
          paint);
      return;
    }
    canvas.drawLine(fromX, fromY, toX, toY, paint);
    double along = Math.atan2(toY - fromY, toX - fromX);
    for (double side : new double[] {-HEAD_ANGLE, HEAD_ANGLE}) {
      canvas.drawLine(
          toX,
          toY,
          toX - (float) (Math.cos(along + side) * line * HEAD),
          toY - (float) (Math.sin(along + side) * line * HEAD),
          paint);
    }
  }
}
