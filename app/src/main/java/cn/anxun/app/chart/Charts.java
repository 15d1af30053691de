package cn.anxun.app.chart;

import android.content.Context;
import android.view.View;

/**
 * Draws charts: each a view as wide as its parent that asks for the height it needs, scrolls with
 * the screen, and says its title and marks to TalkBack.
 */
public interface Charts {
  View bars(Context context, BarChart chart, MarkListener listener);

  View lines(Context context, LineChart chart, MarkListener listener);

  View ring(Context context, RingChart chart, MarkListener listener);
}
