package cn.anxun.server.bench;

import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.SyncLimits;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.HttpRemoteLedger;
import cn.anxun.server.phone.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A bureau of some size, and what each step of {@link Growth} takes there. */
final class GrownBureau implements AutoCloseable {
  private final FilledBureau bureau;
  private final Figures figures;
  private final HttpNetwork network;
  private final HttpRemoteLedger remote;
  private final Network.Request page;
  private final List<String> cursors = new ArrayList<>();
  private final Random random = new Random(Corpus.SEED);

  private GrownBureau(FilledBureau bureau) {
    this.bureau = bureau;
    this.figures = new Figures(bureau);
    this.network = HttpNetwork.to(bureau.server().address());
    this.remote = new HttpRemoteLedger(network, bureau.freshPhone().token(), Clock.systemUTC());
    this.page = LedgerPage.request(bureau, "");
  }

  static GrownBureau of(Path data, int entries) throws IOException, WrongCountException {
    return new GrownBureau(FilledBureau.fill(data, entries));
  }

  /** Does a step once and says how many milliseconds it took. */
  double millis(Growth.Step step) throws IOException, WrongCountException {
    return switch (step) {
      case PUSH -> bureau.pushOne().millis();
      case PULL -> pull();
      case PAGE -> page();
      case FIGURE -> {
        FilledBureau.Pushed unused = bureau.pushOne();
        yield figures.askLatest();
      }
    };
  }

  private double pull() throws WrongCountException {
    if (cursors.isEmpty()) {
      goThrough();
    }
    String cursor = cursors.get(random.nextInt(cursors.size()));
    long from = System.nanoTime();
    PullPage page = pull(cursor);
    double millis = (System.nanoTime() - from) / 1e6;
    WrongCountException.require("a page", SyncLimits.PAGE_ENTRIES, page.entries().size());
    return millis;
  }

  /** Keeps in mind where all pages begin, but the last, which may be short. */
  private void goThrough() throws WrongCountException {
    String cursor = "";
    PullPage page = pull(cursor);
    while (page.more()) {
      cursors.add(cursor);
      cursor = page.cursor();
      page = pull(cursor);
    }
  }

  private PullPage pull(String cursor) throws WrongCountException {
    RemoteAnswer<PullPage> answer = remote.pull(cursor, SyncLimits.PAGE_ENTRIES, Optional.empty());
    if (!(answer instanceof RemoteAnswer.Answered<PullPage> answered)) {
      throw new WrongCountException(String.valueOf(answer));
    }
    return answered.value();
  }

  private double page() throws WrongCountException {
    long from = System.nanoTime();
    Network.Result result = network.send(page);
    double millis = (System.nanoTime() - from) / 1e6;
    LedgerPage.require(result, bureau.count(HazardFound.KIND));
    return millis;
  }

  @Override
  public void close() {
    figures.close();
  }
}
