package cn.anxun.core.indicator;

import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.Mark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A measure's answer for a period as of a cut-off, with the records behind it.
 *
 * @param exact the value as a fraction; a rate in percent; a denominator of 0 has no value
 * @param part for a rate what is above the line, else the value itself
 * @param whole for a rate what is below the line, else 1
 * @param scale the decimals it is printed with: 0 for counts, 2 for rates and money
 * @param partIds the records counted in the part, each once, in the order of the state
 * @param wholeIds for a rate the records of the whole, else the same as {@code partIds}
 * @param fromLedger of the part: what was recorded one by one (台账)
 * @param fromTally of the part: what units reported as totals (汇总); tallies count in {@code
 *     partIds} too
 * @param marks why it should be looked at before it is relied on
 */
public record Figure(
    Fraction exact,
    BigDecimal part,
    BigDecimal whole,
    int scale,
    String unit,
    Period period,
    Cutoff cutoff,
    List<String> partIds,
    List<String> wholeIds,
    BigDecimal fromLedger,
    BigDecimal fromTally,
    Set<Mark> marks) {

  public Figure {
    partIds = Ids.copyOf(partIds);
    wholeIds = Ids.copyOf(wholeIds);
    marks = Collections.unmodifiableSet(new LinkedHashSet<>(marks));
  }

  /**
   * As a form prints it, without its unit: 3755, 99.83, 155000.00, or "/" where the whole is 0.
   * Below 100 % never prints as 100.
   */
  public String printed() {
    return isRate() ? exact.printedRate(scale) : exact.printed(scale);
  }

  /**
   * What the part leaves open of the whole, such as the hazards not yet closed; in the order of the
   * whole.
   */
  public List<String> gapIds() {
    Set<String> gap = new LinkedHashSet<>(wholeIds);
    partIds.forEach(gap::remove);
    return new ArrayList<>(gap);
  }

  /** The same figure printed with so many decimals; the national monthly table wants one. */
  public Figure withScale(int decimals) {
    return new Figure(
        exact,
        part,
        whole,
        decimals,
        unit,
        period,
        cutoff,
        partIds,
        wholeIds,
        fromLedger,
        fromTally,
        marks);
  }

  private boolean isRate() {
    return unit.equals("%");
  }
}
