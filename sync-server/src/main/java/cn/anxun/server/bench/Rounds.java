package cn.anxun.server.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Measures ours, the limit and ours again in each round, so that what slows the machine for a while
 * slows both: the ratio of a round is the mean of ours by its limit.
 *
 * @param warmUps rounds that do not count
 * @param rounds that count, at least 1
 */
record Rounds(int warmUps, int rounds) {
  static final Rounds STANDARD = new Rounds(2, 5);

  Rounds {
    if (warmUps < 0 || rounds < 1) {
      throw new IllegalArgumentException("at least one round: " + rounds);
    }
  }

  /**
   * Measures.
   *
   * @param done is told how many rounds are over, those to warm up too
   */
  Measured measure(Trial trial, IntConsumer done) throws IOException, WrongCountException {
    List<Double> ours = new ArrayList<>();
    List<Double> limits = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < warmUps + rounds; round++) {
      double before = trial.ours();
      double limit = trial.limit();
      double mean = (before + trial.ours()) / 2;
      if (round >= warmUps) {
        ours.add(mean);
        limits.add(limit);
        ratios.add(mean / limit);
      }
      done.accept(round + 1);
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
