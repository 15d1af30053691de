package cn.anxun.server.bench;

import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.Network;
import cn.anxun.server.storage.SqliteDatabase;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The first page of the hazards' ledger in a browser, the latest first; beside it two statements
 * that read the projection: how many there are, and the first of them.
 *
 * @param word what is searched for; "" for all
 * @param afterOneMore whether one more hazard came in since the page was last asked for, so that
 *     the whole ledger is another
 */
record LedgerPage(String name, int entries, String word, boolean afterOneMore, Goal goal)
    implements Work {
  private static final int ROWS = 100;
  private static final int OK = 200;
  private static final Pattern ROW = Pattern.compile("<tr[^>]*>\\s*<td");

  /** All of them. */
  static Work all(int entries, double millis) {
    return new LedgerPage("ledger-page-" + entries, entries, "", false, Goal.oursAtMost(millis));
  }

  /** All of them, one more each time. */
  static Work afterOneMore(int entries, double millis) {
    return new LedgerPage("ledger-new-" + entries, entries, "", true, Goal.oursAtMost(millis));
  }

  /** Those with two Chinese characters that every tenth has. */
  static Work search(int entries, double millis) {
    return new LedgerPage(
        "ledger-search-" + entries, entries, "通道", false, Goal.oursAtMost(millis));
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
    FilledBureau bureau = FilledBureau.fill(folder.resolve("data"), entries, Corpus.Mix.HAZARDS);
    Hits hits = new Hits();
    bureau
        .server()
        .ledger(bureau.freshPhone())
        .scan(0, Long.MAX_VALUE, entry -> hits.add(entry.written()));
    HttpNetwork browser = HttpNetwork.to(bureau.server().address());
    Network.Request request = request(bureau, word);
    SqliteDatabase file = bureau.openFile();
    return new Trial() {
      @Override
      public double ours() throws IOException, WrongCountException {
        if (afterOneMore) {
          hits.add(bureau.pushOne().entry());
        }
        long from = System.nanoTime();
        Network.Result result = browser.send(request);
        double millis = (System.nanoTime() - from) / 1e6;
        require(result, hits.hazards);
        return millis;
      }

      @Override
      public double limit() throws WrongCountException {
        return selected(file, hits.hazards);
      }

      @Override
      public void close() {
        file.close();
        bureau.close();
      }
    };
  }

  /** For the first page of what a word finds. */
  static Network.Request request(FilledBureau bureau, String word) {
    return new Network.Request(
        "/records/hazard?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8),
        Map.of("Cookie", bureau.server().cookie(bureau.freshPhone())),
        null);
  }

  /**
   * How many hazards must be found, told from the entries themselves; no site's name has the word.
   */
  private final class Hits {
    private long hazards;

    private void add(WrittenEntry entry) {
      String said = entry.entry().fields().text(HazardFound.DESCRIPTION);
      if (entry.entry() instanceof HazardFound && said.contains(word)) {
        hazards++;
      }
    }
  }

  /** Sees to it that this is the first page of so many hazards. */
  static void require(Network.Result result, long hazards) throws WrongCountException {
    if (!(result instanceof Network.Result.Reply reply) || reply.status() != OK) {
      throw new WrongCountException(String.valueOf(result));
    }
    String page = new String(reply.body(), StandardCharsets.UTF_8);
    long rows = ROW.matcher(page).results().count();
    WrongCountException.require("rows", Math.min(ROWS, hazards), rows);
    if (!page.replace(",", "").contains(Long.toString(hazards))) {
      throw new WrongCountException("the page does not say " + hazards);
    }
  }

  private double selected(SqliteDatabase file, long hazards) throws WrongCountException {
    String which =
        "record WHERE type = 'hazard'"
            + (word.isEmpty() ? "" : " AND fields LIKE '%" + word + "%'");
    long from = System.nanoTime();
    long[] found =
        file.read(
            handle ->
                new long[] {
                  handle.createQuery("SELECT count(*) FROM " + which).mapTo(Long.class).one(),
                  handle
                      .createQuery(
                          "SELECT subject, date, state, number, site, fields, marks FROM "
                              + which
                              + " ORDER BY date DESC LIMIT :rows")
                      .bind("rows", ROWS)
                      .map((row, context) -> row.getString("fields"))
                      .list()
                      .size()
                });
    double millis = (System.nanoTime() - from) / 1e6;
    WrongCountException.require("hazards selected", hazards, found[0]);
    WrongCountException.require("rows selected", Math.min(ROWS, hazards), found[1]);
    return millis;
  }
}
