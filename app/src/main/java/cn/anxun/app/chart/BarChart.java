package cn.anxun.app.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Bars lying below one another, from the top.
 *
 * @param full the value of a bar as long as the chart is wide, above 0: 100 for rates
 */
public record BarChart(String title, List<ChartMark> bars, double full) {
  public BarChart {
    bars = Collections.unmodifiableList(new ArrayList<>(bars));
    if (full <= 0) {
      throw new IllegalArgumentException("a full bar is above 0, not " + full);
    }
  }
}
