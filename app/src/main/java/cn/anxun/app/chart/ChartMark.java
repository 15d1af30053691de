package cn.anxun.app.chart;

/**
 * One bar, point or slice.
 *
 * @param label what it is of, such as a unit or a month
 * @param value what is drawn, at least 0
 * @param text the value as it is written and spoken, such as {@code 99.83 %}
 */
public record ChartMark(String label, double value, String text, Tone tone) {
  /** As TalkBack says it. */
  public String spoken() {
    return label + ' ' + text;
  }
}
