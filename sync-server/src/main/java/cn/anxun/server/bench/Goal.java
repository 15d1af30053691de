package cn.anxun.server.bench;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** What a row is to reach: bounds that hold together. Prints as {@code ratio ≥ 0.5, ≥ 60000}. */
record Goal(List<Bound> bounds) {

  /** What a bound is about. */
  enum Of {
    /** Ours, in the row's unit. */
    OURS,
    /** Ours by the limit. */
    RATIO
  }

  /** One bound; the value itself is within. */
  record Bound(Of of, boolean atLeast, double value) {
    private boolean isMet(Measured measured) {
      double actual = of == Of.RATIO ? measured.ratio() : measured.ours();
      return atLeast ? actual >= value : actual <= value;
    }

    @Override
    public String toString() {
      return (of == Of.RATIO ? "ratio " : "")
          + (atLeast ? "≥ " : "≤ ")
          + BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
  }

  Goal {
    bounds = List.copyOf(bounds);
  }

  static Goal ratioAtLeast(double value) {
    return new Goal(List.of(new Bound(Of.RATIO, true, value)));
  }

  static Goal ratioAtMost(double value) {
    return new Goal(List.of(new Bound(Of.RATIO, false, value)));
  }

  static Goal oursAtMost(double value) {
    return new Goal(List.of(new Bound(Of.OURS, false, value)));
  }

  /** This one, and ours at least so much. */
  Goal andOursAtLeast(double value) {
    return new Goal(List.of(bounds.get(0), new Bound(Of.OURS, true, value)));
  }

  boolean isMet(Measured measured) {
    return bounds.stream().allMatch(bound -> bound.isMet(measured));
  }

  @Override
  public String toString() {
    return bounds.stream().map(Bound::toString).collect(Collectors.joining(", "));
  }
}
