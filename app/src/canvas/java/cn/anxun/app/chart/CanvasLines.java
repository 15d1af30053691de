package cn.anxun.app.chart;

import android.annotation.SuppressLint;
import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.Path;
import android.graphics.RectF;
import android.text.TextPaint;
import androidx.core.content.ContextCompat;
import cn.anxun.app.R;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines over months; the points of the first are round, of the others square. */
@SuppressLint("ViewConstructor")
final class CanvasLines extends CanvasChart {
  private static final float PLOT_DP = 180;
  private static final float POINT_DP = 5;
  private static final int STEPS = 4;

  private final LineChart chart;
  private final double top;
  private final TextPaint axis = text(13, R.color.on_surface_muted);
  private final TextPaint value = text(13, R.color.on_surface);
  private final Paint grid;
  private final Paint stroke = new Paint(Paint.ANTI_ALIAS_FLAG);

  CanvasLines(Context context, LineChart chart, MarkListener listener) {
    super(context, chart.title(), listener);
    this.chart = chart;
    this.top = roundUp(chart.highest());
    this.grid = fill(ContextCompat.getColor(context, R.color.outline_soft));
    grid.setStrokeWidth(dp(1));
    stroke.setStyle(Paint.Style.STROKE);
    stroke.setStrokeWidth(dp(3));
    value.setTextAlign(Paint.Align.CENTER);
    value.setFakeBoldText(true);
  }

  /** The next number that a quarter of is whole and short: 4, 8, 20, 40, 80, 200, … */
  private static double roundUp(double highest) {
    double power = 1;
    while (true) {
      for (int step : new int[] {4, 8, 20}) {
        if (highest <= step * power) {
          return step * power;
        }
      }
      power *= 10;
    }
  }

  @Override
  protected void onMeasure(int widthSpec, int heightSpec) {
    float height = legendHeight() + dp(PLOT_DP) + 2 * lineHeight(axis) + dp(8);
    setMeasuredDimension(getDefaultSize(getSuggestedMinimumWidth(), widthSpec), Math.round(height));
  }

  private static float lineHeight(TextPaint paint) {
    return paint.descent() - paint.ascent();
  }

  private float legendHeight() {
    return chart.lines().size() * (lineHeight(value) + dp(4)) + dp(8);
  }

  private float plotTop() {
    return legendHeight() + lineHeight(value);
  }

  private float plotBottom() {
    return plotTop() + dp(PLOT_DP);
  }

  private float plotLeft() {
    return axis.measureText(number(top)) + dp(8);
  }

  private static String number(double value) {
    return String.valueOf(Math.round(value));
  }

  private float x(int index, int width) {
    float left = plotLeft() + dp(POINT_DP) * 2;
    float right = width - dp(POINT_DP) * 2;
    int last = chart.labels().size() - 1;
    return last == 0 ? (left + right) / 2 : left + (right - left) * index / last;
  }

  private float y(double height) {
    return (float) (plotBottom() - dp(PLOT_DP) * height / top);
  }

  @Override
  List<Spot> spots(int width, int height) {
    List<Spot> spots = new ArrayList<>();
    float half = target() / 2;
    for (int i = 0; i < chart.labels().size(); i++) {
      for (int line = 0; line < chart.lines().size(); line++) {
        ChartMark point = chart.lines().get(line).points().get(i);
        float x = x(i, width);
        float y = y(point.value());
        spots.add(
            new Spot(
                new RectF(x - half, y - half, x + half, y + half),
                line,
                i,
                chart.lines().get(line).name() + ' ' + point.spoken()));
      }
    }
    return spots;
  }

  /** The nearest point, as points lie closer together than a finger is wide. */
  @Override
  @Nullable Spot at(float x, float y) {
    Spot nearest = null;
    double least = Double.MAX_VALUE;
    for (Spot spot : spots()) {
      double distance = Math.hypot(spot.bounds().centerX() - x, spot.bounds().centerY() - y);
      if (distance < least) {
        nearest = spot;
        least = distance;
      }
    }
    return y < legendHeight() ? null : nearest;
  }

  @Override
  protected void onDraw(Canvas canvas) {
    super.onDraw(canvas);
    drawLegend(canvas);
    drawGrid(canvas);
    drawLabels(canvas);
    for (int line = chart.lines().size() - 1; line >= 0; line--) {
      drawLine(canvas, line);
    }
  }

  private void drawLegend(Canvas canvas) {
    float baseline = -value.ascent();
    Paint text = new Paint(value);
    text.setTextAlign(Paint.Align.LEFT);
    for (int line = 0; line < chart.lines().size(); line++) {
      float middle = baseline + (value.ascent() + value.descent()) / 2;
      drawPoint(canvas, line, dp(10), middle);
      canvas.drawText(chart.lines().get(line).name(), dp(24), baseline, text);
      baseline += lineHeight(value) + dp(4);
    }
  }

  private void drawGrid(Canvas canvas) {
    for (int step = 0; step <= STEPS; step++) {
      double at = top * step / STEPS;
      canvas.drawLine(plotLeft(), y(at), getWidth(), y(at), grid);
      float baseline = y(at) - (axis.ascent() + axis.descent()) / 2;
      canvas.drawText(
          number(at), plotLeft() - dp(8) - axis.measureText(number(at)), baseline, axis);
    }
  }

  private void drawLabels(Canvas canvas) {
    float baseline = plotBottom() + dp(8) - axis.ascent();
    float free = 0;
    for (int i = 0; i < chart.labels().size(); i++) {
      String label = chart.labels().get(i);
      float width = axis.measureText(label);
      float left = Math.min(Math.max(0, x(i, getWidth()) - width / 2), getWidth() - width);
      if (left >= free) {
        canvas.drawText(label, left, baseline, axis);
        free = left + width + dp(6);
      }
    }
  }

  private void drawLine(Canvas canvas, int line) {
    List<ChartMark> points = chart.lines().get(line).points();
    Path path = new Path();
    for (int i = 0; i < points.size(); i++) {
      float x = x(i, getWidth());
      float y = y(points.get(i).value());
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    stroke.setColor(chart.lines().get(line).tone().color(getContext()));
    canvas.drawPath(path, stroke);
    for (int i = 0; i < points.size(); i++) {
      drawPoint(canvas, line, x(i, getWidth()), y(points.get(i).value()));
    }
  }

  private void drawPoint(Canvas canvas, int line, float x, float y) {
    Paint paint = fill(chart.lines().get(line).tone().color(getContext()));
    float size = dp(POINT_DP);
    if (line == 0) {
      canvas.drawCircle(x, y, size, paint);
    } else {
      canvas.drawRect(x - size, y - size, x + size, y + size, paint);
    }
  }
}
