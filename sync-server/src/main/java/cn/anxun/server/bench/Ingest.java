package cn.anxun.server.bench;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.StoredEntry;
import cn.anxun.server.storage.StoredLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Phones that push at the same time: what each sends is made and compressed beforehand, and every
 * time it is pushed to a bureau that has nothing yet.
 */
final class Ingest implements AutoCloseable {
  private final BenchServer server;
  private final List<List<byte[]>> bodies;
  private final int entries;
  private List<Enrolment> lastPhones = List.of();

  /**
   * @param clients phones
   * @param entries of all phones together
   * @param atOnce entries of one push
   */
  Ingest(Path data, int clients, int entries, int atOnce) {
    this.server = BenchServer.start(data);
    this.entries = entries;
    this.bodies = bodies(clients, entries, atOnce);
  }

  /** What each of so many phones sends, push by push, as it goes over the wire. */
  static List<List<byte[]>> bodies(int clients, int entries, int atOnce) {
    List<List<byte[]>> bodies = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      int own = entries / clients + (client < entries % clients ? 1 : 0);
      bodies.add(bodies(new Corpus(Corpus.SEED, client, own), own, atOnce));
    }
    return bodies;
  }

  private static List<byte[]> bodies(Corpus corpus, int entries, int atOnce) {
    List<byte[]> bodies = new ArrayList<>();
    for (int at = 0; at < entries; at += atOnce) {
      List<WrittenEntry> some = corpus.next(Math.min(atOnce, entries - at));
      bodies.add(Pushing.body(some));
    }
    return bodies;
  }

  /** What each phone sends. */
  List<List<byte[]>> bodies() {
    return bodies;
  }

  /** Pushes everything and returns how many entries that were a second. */
  double perSecond() throws IOException, WrongCountException {
    lastPhones = server.newBureau(bodies.size());
    List<PushingPhone> phones = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      phones.add(PushingPhone.of(server.address(), lastPhones.get(i), bodies.get(i).iterator()));
    }
    Clients.Done done = Clients.run(server.address(), phones);
    Pushing.requireAccepted(done, entries);
    WrongCountException.require("ledger", entries, server.ledger(lastPhones.get(0)).lastSeq());
    return entries / done.seconds();
  }

  /** Pushes everything and returns the rows that it left. */
  List<StoredEntry> pushedRows() throws IOException, WrongCountException {
    double unused = perSecond();
    List<StoredEntry> rows = new ArrayList<>();
    try (SqliteDatabase file = server.openFile(lastPhones.get(0))) {
      file.look(handle -> new StoredLedger(handle).scanStored(0, Long.MAX_VALUE, rows::add));
    }
    return rows;
  }

  @Override
  public void close() {
    server.close();
  }
}
