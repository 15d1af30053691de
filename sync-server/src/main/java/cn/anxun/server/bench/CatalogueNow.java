package cn.anxun.server.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The whole standard catalogue of a year, asked for right after one more entry came in: what the
 * server kept of the ledger before is there, and no figure of the ledger as it is now. Beside it
 * one SELECT reads the same rows.
 */
record CatalogueNow(String name, int entries, boolean isLong, Goal goal) implements Work {

  /**
   * One.
   *
   * @param millis the most that it may take
   */
  static Work of(int entries, boolean isLong, double millis) {
    return new CatalogueNow("catalogue-" + entries, entries, isLong, Goal.oursAtMost(millis));
  }

  @Override
  public Unit unit() {
    return Unit.MILLISECONDS;
  }

  @Override
  public Trial begin(Path folder) throws IOException, WrongCountException {
    Figures figures = new Figures(FilledBureau.fill(folder.resolve("data"), entries));
    return new Trial() {
      @Override
      public double ours() throws IOException, WrongCountException {
        FilledBureau.Pushed unused = figures.bureau().pushOne();
        return figures.askLatest();
      }

      @Override
      public double limit() throws IOException, WrongCountException {
        return figures.select(figures.bureau().entries());
      }

      @Override
      public void close() {
        figures.close();
      }
    };
  }
}
