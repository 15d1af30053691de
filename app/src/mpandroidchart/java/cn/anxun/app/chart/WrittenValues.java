package cn.anxun.app.chart;

import com.github.mikephil.charting.data.BarEntry;
import com.github.mikephil.charting.formatter.ValueFormatter;

/** Writes the value of a bar as it was given. */
final class WrittenValues extends ValueFormatter {
  @Override
  public String getBarLabel(BarEntry bar) {
    return String.valueOf(bar.getData());
  }
}
