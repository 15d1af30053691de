package cn.anxun.server.bench;

import cn.anxun.core.sync.wire.v1.MediaTypes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * Sixteen phones send each entry as it is said; beside it the same bodies are posted to a bare HTTP
 * server that does nothing with them.
 *
 * @param entries of all phones together
 */
record IngestBesideNothing(int entries) implements Work {
  private static final int CLIENTS = 16;

  /** How often each body is posted to the bare server, which takes them so much faster. */
  private static final int TIMES = 5;

  @Override
  public String name() {
    return "ingest-1-http";
  }

  @Override
  public Unit unit() {
    return Unit.ENTRIES_PER_SECOND;
  }

  @Override
  public Goal goal() {
    return Goal.ratioAtLeast(0.5);
  }

  @Override
  public Trial begin(Path folder) {
    Ingest ingest = new Ingest(folder.resolve("data"), CLIENTS, entries, 1);
    BareServer bare = new BareServer(List.of(), MediaTypes.V1);
    return new Trial() {
      @Override
      public double ours() throws IOException, WrongCountException {
        return ingest.perSecond();
      }

      @Override
      public double limit() throws IOException, WrongCountException {
        return posted(bare.address(), ingest.bodies());
      }

      @Override
      public void close() {
        bare.close();
        ingest.close();
      }
    };
  }

  private double posted(URI bare, List<List<byte[]>> bodies)
      throws IOException, WrongCountException {
    List<PushingPhone> phones =
        bodies.stream()
            .map(own -> Collections.nCopies(TIMES, own).stream().flatMap(List::stream).iterator())
            .map(often -> PushingPhone.toBare(bare, often))
            .toList();
    Clients.Done done = Clients.run(bare, phones);
    Pushing.requireTaken(done, (long) entries * TIMES);
    return (double) entries * TIMES / done.seconds();
  }
}
