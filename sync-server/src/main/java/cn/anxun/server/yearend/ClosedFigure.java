package cn.anxun.server.yearend;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.ledger.Mark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A figure as it was signed.
 *
 * @param key the indicator's id, or {@code form/<key>/<n>} for the n-th row of a form
 * @param measure what was asked; kept, since the catalogue may change
 * @param value as printed, without its unit
 * @param part of a rate what is above the line, else the value
 * @param whole of a rate what is below the line, else 1
 * @param fromTally of the part, what units reported as totals
 * @param partIds the records counted in the part, sorted
 * @param wholeIds the records of the whole, sorted
 */
public record ClosedFigure(
    String key,
    String name,
    Measure measure,
    String unit,
    String value,
    BigDecimal part,
    BigDecimal whole,
    BigDecimal fromTally,
    List<String> marks,
    Set<String> partIds,
    Set<String> wholeIds) {

  public ClosedFigure {
    marks = List.copyOf(marks);
    partIds = new TreeSet<>(partIds);
    wholeIds = new TreeSet<>(wholeIds);
  }

  static ClosedFigure of(String key, String name, Measure measure, Figure figure) {
    List<String> marks = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      marks.add(mark.name());
    }
    return new ClosedFigure(
        key,
        name,
        measure,
        figure.unit(),
        figure.printed(),
        figure.part(),
        figure.whole(),
        figure.fromTally(),
        marks,
        Set.copyOf(figure.partIds()),
        Set.copyOf(figure.wholeIds()));
  }

  /** Whether value, part, whole and records are the same. */
  public boolean agrees(ClosedFigure other) {
    return value.equals(other.value)
        && part.compareTo(other.part) == 0
        && whole.compareTo(other.whole) == 0
        && partIds.equals(other.partIds)
        && wholeIds.equals(other.wholeIds);
  }

  /** The value with its unit, and for a rate what it was made of. */
  public String text() {
    return unit.equals("%")
        ? value + "% (" + part.toPlainString() + "/" + whole.toPlainString() + ")"
        : value + unit;
  }
}
