package cn.anxun.app.chart;

import android.annotation.SuppressLint;
import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.RectF;
import android.text.Layout;
import android.text.StaticLayout;
import android.text.TextPaint;
import androidx.core.content.ContextCompat;
import cn.anxun.app.R;
import java.util.ArrayList;
import java.util.List;

/** Each bar below its label and value. */
@SuppressLint("ViewConstructor")
final class CanvasBars extends CanvasChart {
  private static final float BAR_DP = 14;
  private static final float GAP_DP = 8;

  private final BarChart chart;
  private final TextPaint labelPaint = text(15, R.color.on_surface);
  private final TextPaint valuePaint = text(15, R.color.on_surface);
  private final Paint track;
  private List<StaticLayout> labels = new ArrayList<>();

  CanvasBars(Context context, BarChart chart, MarkListener listener) {
    super(context, chart.title(), listener);
    this.chart = chart;
    this.track = fill(ContextCompat.getColor(context, R.color.surface_raised));
    valuePaint.setFakeBoldText(true);
    valuePaint.setTextAlign(Paint.Align.RIGHT);
  }

  @Override
  protected void onMeasure(int widthSpec, int heightSpec) {
    int width = getDefaultSize(getSuggestedMinimumWidth(), widthSpec);
    labels = new ArrayList<>();
    float height = 0;
    for (ChartMark bar : chart.bars()) {
      StaticLayout label = label(bar, width);
      labels.add(label);
      height += rowHeight(label);
    }
    setMeasuredDimension(width, Math.round(height));
  }

  private StaticLayout label(ChartMark bar, int width) {
    int room = Math.round(width - valuePaint.measureText(bar.text()) - dp(GAP_DP));
    return StaticLayout.Builder.obtain(
            bar.label(), 0, bar.label().length(), labelPaint, Math.max(room, width / 3))
        .setAlignment(Layout.Alignment.ALIGN_NORMAL)
        .build();
  }

  private float rowHeight(StaticLayout label) {
    return Math.max(target(), label.getHeight() + dp(BAR_DP + 3 * GAP_DP));
  }

  @Override
  List<Spot> spots(int width, int height) {
    List<Spot> spots = new ArrayList<>();
    float top = 0;
    for (int i = 0; i < labels.size(); i++) {
      float bottom = top + rowHeight(labels.get(i));
      spots.add(new Spot(new RectF(0, top, width, bottom), 0, i, chart.bars().get(i).spoken()));
      top = bottom;
    }
    return spots;
  }

  @Override
  protected void onDraw(Canvas canvas) {
    super.onDraw(canvas);
    for (Spot spot : spots()) {
      draw(canvas, spot.bounds(), chart.bars().get(spot.index()), labels.get(spot.index()));
    }
  }

  private void draw(Canvas canvas, RectF row, ChartMark bar, StaticLayout label) {
    float top = row.top + dp(GAP_DP);
    canvas.save();
    canvas.translate(0, top);
    label.draw(canvas);
    canvas.restore();
    canvas.drawText(bar.text(), row.right, top + label.getLineBaseline(0), valuePaint);
    float barTop = top + label.getHeight() + dp(GAP_DP) / 2;
    float radius = dp(BAR_DP) / 2;
    RectF whole = new RectF(row.left, barTop, row.right, barTop + dp(BAR_DP));
    canvas.drawRoundRect(whole, radius, radius, track);
    if (bar.value() > 0) {
      float length = (float) (whole.width() * Math.min(1, bar.value() / chart.full()));
      RectF part =
          new RectF(whole.left, whole.top, whole.left + Math.max(length, 2 * radius), whole.bottom);
      canvas.drawRoundRect(part, radius, radius, fill(bar.tone().color(getContext())));
    }
  }
}
