package cn.anxun.server.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What one step takes in a bureau of many entries; beside it the same step in one of few, so that
 * the ratio says how it grows.
 */
record Growth(Step step, int entries, int few) implements Work {
  private static final int FEW = 10_000;

  /** What must not come to depend on all that there is may take so much longer. */
  private static final double CONSTANT = 2;

  /** What is done. */
  enum Step {
    /** A phone pushes one entry. */
    PUSH,
    /** A phone pulls a page from somewhere in the ledger. */
    PULL,
    /** A browser asks for the first page of the hazards, of a ledger that stands. */
    PAGE,
    /** The whole standard catalogue right after one more entry. */
    FIGURE
  }

  static Work of(Step step, int entries) {
    return new Growth(step, entries, FEW);
  }

  @Override
  public String name() {
    return "growth-" + step.name().toLowerCase(Locale.ROOT) + '-' + entries;
  }

  @Override
  public Unit unit() {
    return Unit.MILLISECONDS;
  }

  /** Figures may grow as the ledger does, all else must not. */
  @Override
  public Goal goal() {
    return Goal.ratioAtMost(step == Step.FIGURE ? (double) entries / few : CONSTANT);
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public Trial begin(Path folder) throws IOException, WrongCountException {
    GrownBureau large = GrownBureau.of(folder.resolve("large"), entries);
    GrownBureau small = GrownBureau.of(folder.resolve("small"), few);
    return new Trial() {
      @Override
      public double ours() throws IOException, WrongCountException {
        return large.millis(step);
      }

      @Override
      public double limit() throws IOException, WrongCountException {
        return small.millis(step);
      }

      @Override
      public void close() {
        large.close();
        small.close();
      }
    };
  }
}
