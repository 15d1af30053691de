package cn.anxun.server.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Measures ours, the limit and ours again in each round, so that what slows the machine for a while
 * slows both: the ratio of a round is the mean of ours by its limit.
 *
 * @param warmUps rounds that do not count, at least so many
 * @param warmUp rounds do not count before so long has gone by: what takes milliseconds is compiled
 *     and cached only after thousands of them
 * @param rounds that count, at least 1
 */
record Rounds(int warmUps, Duration warmUp, int rounds) {
  static final Rounds STANDARD = new Rounds(2, Duration.ofSeconds(10), 5);

  Rounds {
    if (warmUps < 0 || rounds < 1) {
      throw new IllegalArgumentException("at least one round: " + rounds);
    }
  }

  /**
   * Measures.
   *
   * @param done is told how many rounds are over, the first {@link #warmUps} to warm up too
   */
  Measured measure(Trial trial, IntConsumer done) throws IOException, WrongCountException {
    List<Double> ours = new ArrayList<>();
    List<Double> limits = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    long from = System.nanoTime();
    int warm = 0;
    while (warm < warmUps || System.nanoTime() - from < warmUp.toNanos()) {
      double unused = trial.ours() + trial.limit() + trial.ours();
      warm++;
      if (warm <= warmUps) {
        done.accept(warm);
      }
    }
    for (int round = 1; round <= rounds; round++) {
      double before = trial.ours();
      double limit = trial.limit();
      double mean = (before + trial.ours()) / 2;
      ours.add(mean);
      limits.add(limit);
      ratios.add(mean / limit);
      done.accept(warmUps + round);
    }
    return new Measured(median(ours), median(limits), median(ratios), spread(ratios));
  }

  /** The middle one; of an even number the mean of both in the middle. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The greatest less the least. */
  static double spread(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() - 1) - sorted.get(0);
  }
}
