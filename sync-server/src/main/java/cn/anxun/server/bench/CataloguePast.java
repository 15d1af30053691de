package cn.anxun.server.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * The whole standard catalogue as of a cut-off in the past: one that nobody has asked for yet, or
 * the same again.
 *
 * @param again whether each cut-off was asked for just before
 */
record CataloguePast(String name, int entries, boolean again, Goal goal) implements Work {
  /** The cut-offs lie all over this part of the ledger, from a fixed seed. */
  private static final double FIRST = 0.3;

  private static final double LAST = 0.8;

  /** A cut-off that nobody has asked for. */
  static Work first(int entries, double millis) {
    return new CataloguePast("catalogue-past-" + entries, entries, false, Goal.oursAtMost(millis));
  }

  /** One that was asked for before. */
  static Work again(int entries, double millis) {
    return new CataloguePast("catalogue-again-" + entries, entries, true, Goal.oursAtMost(millis));
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public Unit unit() {
    return Unit.MILLISECONDS;
  }

  @Override
  public Trial begin(Path folder) throws IOException, WrongCountException {
    Figures figures = new Figures(FilledBureau.fill(folder.resolve("data"), entries));
    return new Trial() {
      private final Random random = new Random(Corpus.SEED);
      private final Set<Long> asked = new HashSet<>();
      private long cutoff = (long) (entries * LAST);

      @Override
      public double ours() throws WrongCountException {
        do {
          cutoff = (long) (entries * (FIRST + (LAST - FIRST) * random.nextDouble()));
        } while (!asked.add(cutoff));
        Figures.Answer first = figures.askAsOf(cutoff);
        if (!again) {
          return first.millis();
        }
        Figures.Answer second = figures.askAsOf(cutoff);
        if (!second.parts().equals(first.parts())) {
          throw new WrongCountException("asked again, " + second.parts() + " ≠ " + first.parts());
        }
        return second.millis();
      }

      @Override
      public double limit() throws IOException, WrongCountException {
        return figures.select(cutoff);
      }

      @Override
      public void close() {
        figures.close();
      }
    };
  }
}
