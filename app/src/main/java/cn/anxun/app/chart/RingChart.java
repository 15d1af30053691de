package cn.anxun.app.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Parts of a whole.
 *
 * @param centre what stands in the middle, such as the total
 * @param slices clockwise from the top; one of 0 is not drawn
 */
public record RingChart(String title, String centre, List<ChartMark> slices) {
  public RingChart {
    slices = Collections.unmodifiableList(new ArrayList<>(slices));
  }

  public double total() {
    double total = 0;
    for (ChartMark slice : slices) {
      total += slice.value();
    }
    return total;
  }
}
