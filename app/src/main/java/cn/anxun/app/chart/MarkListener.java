package cn.anxun.app.chart;

/** Told which mark was tapped. */
public interface MarkListener {
  /**
   * One bar, point or slice was chosen.
   *
   * @param line which line of a {@link LineChart}; 0 for bars and slices
   * @param index which of the bars, points or slices
   */
  void onMark(int line, int index);
}
