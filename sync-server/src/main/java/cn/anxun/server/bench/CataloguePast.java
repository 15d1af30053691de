package cn.anxun.server.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The whole standard catalogue as of a cut-off in the past: one that nobody has asked for yet, or
 * the same again.
 *
 * @param again whether each cut-off was asked for just before
 */
record CataloguePast(String name, int entries, boolean again, Goal goal) implements Work {
  /** The first cut-off lies so far in the ledger, each next a fiftieth of it before the last. */
  private static final double FIRST = 0.8;

  private static final int STEPS = 50;

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
      private long cutoff = (long) (entries * FIRST);

      @Override
      public double ours() throws WrongCountException {
        cutoff -= entries / STEPS;
        Figures.Answer first = figures.ask(Long.toString(cutoff));
        if (!again) {
          return first.millis();
        }
        Figures.Answer second = figures.ask(Long.toString(cutoff));
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
