package cn.anxun.app.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lines over the same labels, such as months.
 *
 * @param labels below the chart, short
 * @param lines each with a point for each label
 */
public record LineChart(String title, List<String> labels, List<Line> lines) {
  public LineChart {
    labels = Collections.unmodifiableList(new ArrayList<>(labels));
    lines = Collections.unmodifiableList(new ArrayList<>(lines));
    for (Line line : lines) {
      if (line.points().size() != labels.size()) {
        throw new IllegalArgumentException(
            line.points().size() + " points for " + labels.size() + " labels");
      }
    }
  }

  /** One line; it is told from the others by the shape of its points too. */
  public record Line(String name, Tone tone, List<ChartMark> points) {
    public Line {
      points = Collections.unmodifiableList(new ArrayList<>(points));
    }
  }

  /** The highest value; at least 1. */
  public double highest() {
    double highest = 1;
    for (Line line : lines) {
      for (ChartMark point : line.points()) {
        highest = Math.max(highest, point.value());
      }
    }
    return highest;
  }
}
