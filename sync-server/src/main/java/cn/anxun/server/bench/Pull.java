package cn.anxun.server.bench;

import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.core.sync.PagesAhead;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.HttpRemoteLedger;
import cn.anxun.server.phone.Network;
import cn.anxun.server.phone.Phone;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A fresh phone pulls everything, by the app's own engine into memory; beside it the same pages are
 * fetched from a bare HTTP server that compresses them alike, and inflated. Both ask for a page
 * when they have the one before, which ours reads and keeps meanwhile. What it costs a phone to
 * store them is measured with the app.
 */
record Pull(int entries) implements Work {
  private static final double ENTRIES_PER_SECOND = 60_000;

  @Override
  public String name() {
    return "pull";
  }

  @Override
  public Unit unit() {
    return Unit.ENTRIES_PER_SECOND;
  }

  @Override
  public Goal goal() {
    return Goal.ratioAtLeast(0.5).andOursAtLeast(ENTRIES_PER_SECOND);
  }

  @Override
  public Trial begin(Path folder) throws IOException, WrongCountException {
    FilledBureau bureau = FilledBureau.fill(folder.resolve("data"), entries);
    HttpNetwork network = HttpNetwork.to(bureau.server().address());
    List<byte[]> pages = new ArrayList<>();
    ExecutorService ahead = Executors.newCachedThreadPool();
    double unused = pulled(bureau, request -> recorded(network.send(request), pages), ahead);
    BareServer bare = new BareServer(pages, MediaTypes.V1);
    HttpNetwork toBare = HttpNetwork.to(bare.address());
    return new Trial() {
      @Override
      public double ours() throws WrongCountException {
        return pulled(bureau, network, ahead);
      }

      @Override
      public double limit() throws WrongCountException {
        return copied(toBare, pages);
      }

      @Override
      public void close() {
        ahead.shutdownNow();
        bare.close();
        bureau.close();
      }
    };
  }

  private static Network.Result recorded(Network.Result result, List<byte[]> pages) {
    if (result instanceof Network.Result.Reply reply) {
      pages.add(reply.body());
    }
    return result;
  }

  private double pulled(FilledBureau bureau, Network network, Executor ahead)
      throws WrongCountException {
    InMemoryPhoneStore store = new InMemoryPhoneStore();
    Clock clock = Clock.systemUTC();
    RemoteLedger remote =
        new PagesAhead(new HttpRemoteLedger(network, bureau.freshPhone().token(), clock), ahead);
    Phone phone = new Phone(bureau.freshPhone(), store, remote, clock, new Random(Corpus.SEED));
    long from = System.nanoTime();
    SyncOutcome outcome = phone.sync();
    double seconds = (System.nanoTime() - from) / 1e9;
    if (!(outcome instanceof SyncOutcome.Done)) {
      throw new WrongCountException(String.valueOf(outcome));
    }
    long[] held = {0};
    store.scan(0, Long.MAX_VALUE, entry -> held[0]++);
    WrongCountException.require("pulled", entries, held[0]);
    WrongCountException.require("last seq", entries, store.lastSeq());
    return entries / seconds;
  }

  private double copied(HttpNetwork network, List<byte[]> pages) throws WrongCountException {
    long bytes = 0;
    long copied = 0;
    long from = System.nanoTime();
    for (int page = 0; page < pages.size(); page++) {
      if (network.send(new Network.Request("/pages/" + page, Map.of(), null))
          instanceof Network.Result.Reply reply) {
        copied += reply.body().length;
      }
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    for (byte[] page : pages) {
      bytes += page.length;
    }
    WrongCountException.require("bytes copied", bytes, copied);
    return entries / seconds;
  }
}
