package cn.anxun.server.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Phones push; beside it the rows that come of it are written raw. */
record IngestBesideRows(String name, int clients, int entries, int atOnce, Goal goal)
    implements Work {

  /** Four phones with batches of a hundred. */
  static Work batches(int entries) {
    return new IngestBesideRows("ingest-100", 4, entries, 100, Goal.ratioAtLeast(0.40));
  }

  /** Sixteen phones that send each entry as it is said: one commit serves many of them. */
  static Work singles(int entries) {
    return new IngestBesideRows("ingest-1-disk", 16, entries, 1, Goal.ratioAtLeast(1.5));
  }

  @Override
  public Unit unit() {
    return Unit.ENTRIES_PER_SECOND;
  }

  @Override
  public Trial begin(Path folder) throws IOException, WrongCountException {
    Ingest ingest = new Ingest(folder.resolve("data"), clients, entries, atOnce);
    RawRows raw = new RawRows(folder.resolve("raw"), ingest.pushedRows());
    return new Trial() {
      @Override
      public double ours() throws IOException, WrongCountException {
        return ingest.perSecond();
      }

      @Override
      public double limit() throws IOException, WrongCountException {
        return raw.perSecond(atOnce);
      }

      @Override
      public void close() {
        ingest.close();
      }
    };
  }
}
