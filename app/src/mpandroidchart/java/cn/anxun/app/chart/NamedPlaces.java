package cn.anxun.app.chart;

import com.github.mikephil.charting.formatter.ValueFormatter;
import java.util.List;

/** Writes the labels of an axis by their place; a long one is cut. */
final class NamedPlaces extends ValueFormatter {
  private static final int LONGEST = 10;

  private final List<String> labels;

  NamedPlaces(List<String> labels) {
    this.labels = labels;
  }

  @Override
  public String getFormattedValue(float value) {
    int place = Math.round(value);
    if (place < 0 || place >= labels.size() || Math.abs(value - place) > 0.01) {
      return "";
    }
    String label = labels.get(place);
    return label.length() > LONGEST ? label.substring(0, LONGEST - 1) + '…' : label;
  }
}
