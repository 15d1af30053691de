package cn.anxun.server.bench;

import cn.anxun.core.sync.Enrolment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The most memory that {@code serve} in a process of its own has held when four phones have pushed
 * everything; beside it a bare HTTP server that got the same posts.
 *
 * @param entries of all phones together; few enough that no phone asks too often
 */
record MemoryUnderLoad(int entries) implements Work {
  private static final int PHONES = 4;
  private static final int AT_ONCE = 100;
  private static final double MOST_MEGABYTES = 200;

  @Override
  public String name() {
    return "memory-load";
  }

  @Override
  public Unit unit() {
    return Unit.MEGABYTES;
  }

  @Override
  public Goal goal() {
    return Goal.oursAtMost(MOST_MEGABYTES);
  }

  @Override
  public Trial begin(Path folder) {
    List<List<byte[]>> bodies = Ingest.bodies(PHONES, entries, AT_ONCE);
    return new Trial() {
      private int times;

      @Override
      public double ours() throws IOException, WrongCountException {
        return served(folder.resolve("data-" + times++), bodies);
      }

      @Override
      public double limit() throws IOException, WrongCountException {
        try (Child child = Child.bare()) {
          List<PushingPhone> phones = new ArrayList<>();
          for (List<byte[]> own : bodies) {
            phones.add(PushingPhone.toBare(child.address(), own.iterator()));
          }
          long posts = bodies.stream().mapToLong(List::size).sum();
          Pushing.requireTaken(Clients.run(child.address(), phones), posts);
          return child.mostMegabytes();
        }
      }

      @Override
      public void close() {
        // No server runs any more.
      }
    };
  }

  private double served(Path data, List<List<byte[]>> bodies)
      throws IOException, WrongCountException {
    List<Enrolment> phones;
    try (BenchServer server = BenchServer.start(data)) {
      phones = server.newBureau(PHONES);
    }
    try (Child child = Child.serve(data)) {
      List<PushingPhone> pushing = new ArrayList<>();
      for (int i = 0; i < PHONES; i++) {
        pushing.add(PushingPhone.of(child.address(), phones.get(i), bodies.get(i).iterator()));
      }
      Pushing.requireAccepted(Clients.run(child.address(), pushing), entries);
      return child.mostMegabytes();
    }
  }
}
