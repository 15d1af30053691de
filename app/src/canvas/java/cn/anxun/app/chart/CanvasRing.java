package cn.anxun.app.chart;

import android.annotation.SuppressLint;
import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.RectF;
import android.text.TextPaint;
import androidx.core.content.ContextCompat;
import cn.anxun.app.R;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ring of slices with gaps between them. */
@SuppressLint("ViewConstructor")
final class CanvasRing extends CanvasChart {
  private static final float HEIGHT_DP = 200;
  private static final float BREADTH_DP = 34;
  private static final float GAP_DEGREES = 2;
  private static final float TOP = -90;

  private final RingChart chart;
  private final TextPaint centrePaint = text(24, R.color.on_surface);
  private final Paint arc = new Paint(Paint.ANTI_ALIAS_FLAG);

  CanvasRing(Context context, RingChart chart, MarkListener listener) {
    super(context, chart.title(), listener);
    this.chart = chart;
    centrePaint.setTextAlign(Paint.Align.CENTER);
    centrePaint.setFakeBoldText(true);
    arc.setStyle(Paint.Style.STROKE);
    arc.setStrokeWidth(dp(BREADTH_DP));
  }

  @Override
  protected void onMeasure(int widthSpec, int heightSpec) {
    setMeasuredDimension(
        getDefaultSize(getSuggestedMinimumWidth(), widthSpec), Math.round(dp(HEIGHT_DP)));
  }

  private float radius() {
    return dp(HEIGHT_DP) / 2 - dp(BREADTH_DP) / 2 - 1;
  }

  private float degrees(ChartMark slice) {
    return chart.total() == 0 ? 0 : (float) (slice.value() / chart.total() * 360);
  }

  @Override
  List<Spot> spots(int width, int height) {
    List<Spot> spots = new ArrayList<>();
    float start = TOP;
    for (int i = 0; i < chart.slices().size(); i++) {
      ChartMark slice = chart.slices().get(i);
      float sweep = degrees(slice);
      if (sweep > 0) {
        double middle = Math.toRadians(start + sweep / 2);
        float x = (float) (width / 2f + radius() * Math.cos(middle));
        float y = (float) (height / 2f + radius() * Math.sin(middle));
        float half = target() / 2;
        RectF bounds = new RectF(x - half, y - half, x + half, y + half);
        spots.add(new Spot(bounds, 0, i, slice.spoken()));
      }
      start += sweep;
    }
    return spots;
  }

  @Override
  @Nullable Spot at(float x, float y) {
    float across = x - getWidth() / 2f;
    float down = y - getHeight() / 2f;
    if (Math.hypot(across, down) > radius() + dp(BREADTH_DP)) {
      return null;
    }
    double angle = (Math.toDegrees(Math.atan2(down, across)) - TOP + 360) % 360;
    double end = 0;
    for (Spot spot : spots()) {
      end += degrees(chart.slices().get(spot.index()));
      if (angle <= end) {
        return spot;
      }
    }
    return null;
  }

  @Override
  protected void onDraw(Canvas canvas) {
    super.onDraw(canvas);
    float x = getWidth() / 2f;
    float y = getHeight() / 2f;
    RectF circle = new RectF(x - radius(), y - radius(), x + radius(), y + radius());
    if (chart.total() == 0) {
      arc.setColor(ContextCompat.getColor(getContext(), R.color.surface_raised));
      canvas.drawOval(circle, arc);
    }
    float start = TOP;
    for (ChartMark slice : chart.slices()) {
      float sweep = degrees(slice);
      if (sweep > 0) {
        float gap = sweep == 360 ? 0 : Math.min(GAP_DEGREES, sweep / 2);
        arc.setColor(slice.tone().color(getContext()));
        canvas.drawArc(circle, start + gap / 2, sweep - gap, false, arc);
      }
      start += sweep;
    }
    drawCentre(canvas, x, y);
  }

  private void drawCentre(Canvas canvas, float x, float y) {
    float room = 2 * radius() - dp(BREADTH_DP) - dp(8);
    float width = centrePaint.measureText(chart.centre());
    if (width > room) {
      centrePaint.setTextSize(centrePaint.getTextSize() * room / width);
    }
    float middle = (centrePaint.ascent() + centrePaint.descent()) / 2;
    canvas.drawText(chart.centre(), x, y - middle, centrePaint);
  }
}
