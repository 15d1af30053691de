package cn.anxun.server.bench;

import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.storage.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** A bureau whose year was pushed by four phones, on a server of its own. */
final class FilledBureau implements AutoCloseable {
  private static final int PHONES = 4;
  private static final int AT_ONCE = 500;

  private final BenchServer server;
  private final List<Enrolment> phones;
  private final List<Corpus> corpora = new ArrayList<>();
  private final List<PushingPhone> pushing = new ArrayList<>();
  private int entries;

  private FilledBureau(BenchServer server, int entries) {
    this.server = server;
    this.entries = entries;
    this.phones = server.newBureau(PHONES + 1);
  }

  /**
   * Starts the server and pushes.
   *
   * @param entries of the year
   */
  static FilledBureau fill(Path data, int entries) throws IOException, WrongCountException {
    return fill(data, entries, Corpus.Mix.YEAR);
  }

  /** The same, of these entries. */
  static FilledBureau fill(Path data, int entries, Corpus.Mix mix)
      throws IOException, WrongCountException {
    BenchServer server = BenchServer.start(data);
    try {
      FilledBureau bureau = new FilledBureau(server, entries);
      bureau.push(mix);
      return bureau;
    } catch (IOException | WrongCountException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void push(Corpus.Mix mix) throws IOException, WrongCountException {
    for (int phone = 0; phone < PHONES; phone++) {
      int own = entries / PHONES + (phone < entries % PHONES ? 1 : 0);
      Corpus corpus = new Corpus(Corpus.SEED, phone, own, mix);
      corpora.add(corpus);
      pushing.add(PushingPhone.of(server.address(), phones.get(phone), new Bodies(corpus, own)));
    }
    Pushing.requireAccepted(Clients.run(server.address(), pushing), entries);
    requireHeld();
  }

  /** An entry that came in, and how long that took. */
  record Pushed(WrittenEntry entry, double millis) {}

  /** One more entry comes in, so that the ledger is another. */
  Pushed pushOne() throws IOException, WrongCountException {
    WrittenEntry entry = corpora.get(0).next();
    PushingPhone phone = pushing.get(0);
    byte[] request = phone.request(Pushing.body(List.of(entry)));
    double millis;
    try (HttpConnection connection = new HttpConnection(server.address())) {
      long from = System.nanoTime();
      connection.send(request);
      millis = (System.nanoTime() - from) / 1e6;
    }
    entries++;
    requireHeld();
    return new Pushed(entry, millis);
  }

  private void requireHeld() throws WrongCountException {
    WrongCountException.require("ledger", entries, server.ledger(phones.get(0)).lastSeq());
  }

  BenchServer server() {
    return server;
  }

  /** A phone that recorded nothing. */
  Enrolment freshPhone() {
    return phones.get(PHONES);
  }

  /** How many entries there are. */
  int entries() {
    return entries;
  }

  /** How many of them are of this kind. */
  long count(Kind kind) {
    return corpora.stream().mapToLong(corpus -> corpus.count(kind)).sum();
  }

  /** The bureau's file, to read beside the server. */
  SqliteDatabase openFile() {
    return server.openFile(freshPhone());
  }

  @Override
  public void close() {
    server.close();
  }

  /** Makes a phone's pushes as they are sent, so that a long year takes no memory. */
  private static final class Bodies implements Iterator<byte[]> {
    private final Corpus corpus;
    private int left;

    private Bodies(Corpus corpus, int entries) {
      this.corpus = corpus;
      this.left = entries;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public byte[] next() {
      if (left <= 0) {
        throw new NoSuchElementException();
      }
      int some = Math.min(AT_ONCE, left);
      left -= some;
      return Pushing.body(corpus.next(some));
    }
  }
}
