package cn.anxun.app.chart;

import android.content.Context;
import android.view.View;
import javax.inject.Inject;

/** Draws on a Canvas, with no library. */
public final class CanvasCharts implements Charts {
  @Inject
  CanvasCharts() {}

  @Override
  public View bars(Context context, BarChart chart, MarkListener listener) {
    return new CanvasBars(context, chart, listener);
  }

  @Override
  public View lines(Context context, LineChart chart, MarkListener listener) {
    return new CanvasLines(context, chart, listener);
  }

  @Override
  public View ring(Context context, RingChart chart, MarkListener listener) {
    return new CanvasRing(context, chart, listener);
  }
}
