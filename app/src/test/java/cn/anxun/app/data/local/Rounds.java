package cn.anxun.app.data.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * What a benchmark measured in milliseconds: in each round ours, its limit and ours again, so that
 * what slows the machine for a while slows both. Ours of a round is the mean of its two, the ratio
 * that mean by the limit of the same round.
 */
public record Rounds(int count, Values ours, Values limit, Values ratio) {

  /** Measures so many rounds after some that do not count. */
  public static Rounds measure(int warmUp, int count, DoubleSupplier ours, DoubleSupplier limit) {
    double[] means = new double[count];
    double[] limits = new double[count];
    double[] ratios = new double[count];
    for (int round = -warmUp; round < count; round++) {
      double before = ours.getAsDouble();
      double beside = limit.getAsDouble();
      double mean = (before + ours.getAsDouble()) / 2;
      if (round >= 0) {
        means[round] = mean;
        limits[round] = beside;
        ratios[round] = mean / beside;
      }
    }
    return new Rounds(count, Values.of(means), Values.of(limits), Values.of(ratios));
  }

  /** How many milliseconds this takes. */
  public static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "median %.1f ms (%.1f to %.1f); limit %.1f ms (%.1f to %.1f);"
            + " ratio %.2f, spread %.2f; %d rounds",
        ours.median,
        ours.least,
        ours.greatest,
        limit.median,
        limit.least,
        limit.greatest,
        ratio.median,
        ratio.spread(),
        count);
  }

  /** Of as many values as there were rounds. */
  public record Values(double least, double median, double greatest) {
    static Values of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int last = sorted.length - 1;
      double median = (sorted[last / 2] + sorted[sorted.length / 2]) / 2;
      return new Values(sorted[0], median, sorted[last]);
    }

    double spread() {
      return greatest - least;
    }
  }
}
