package cn.anxun.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.local.Rounds;
import cn.anxun.app.data.local.TestDatabase;
import cn.anxun.app.data.local.YearOfWork;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerState;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/**
 * How long a phone takes for the whole standard catalogue of a year of 20,000 entries right after
 * one more was pulled, beside one SELECT of the same rows, and what it keeps in memory for it. Runs
 * only when asked: {@code -Danxun.bench=true}.
 */
@RunWith(RobolectricTestRunner.class)
public final class CatalogueBench {
  private static final int ENTRIES = 20_000;
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 7;
  private static final int PAGE = 500;
  private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

  @Before
  public void onlyWhenAsked() {
    Assume.assumeTrue(Boolean.getBoolean("anxun.bench"));
  }

  @Test
  public void catalogue_ofAYear_takesThreeHundredMillisAndThirtyTwoMegabytes() {
    List<LedgerEntry> entries = YearOfWork.of(ENTRIES + 2 * (WARM_UP + ROUNDS));
    AnxunDatabase database = TestDatabase.open("catalogue.db");
    RoomPhoneStore store = new RoomPhoneStore(database);
    for (int from = 0; from < ENTRIES; from += PAGE) {
      store.put(entries.subList(from, from + PAGE));
    }
    Ledger ledger = new Ledger(store);
    AtomicInteger pulled = new AtomicInteger(ENTRIES);
    double before = usedMegabytes();
    double first = catalogue(ledger, ENTRIES);
    Rounds rounds =
        Rounds.measure(
            WARM_UP,
            ROUNDS,
            () -> {
              store.put(List.of(entries.get(pulled.get())));
              return catalogue(ledger, pulled.incrementAndGet());
            },
            () -> select(database, pulled.get()));
    double kept = usedMegabytes() - before;
    assertThat(ledger.fold(Cutoff.latest(DAY)).records()).isNotEmpty();
    database.close();
    System.err.printf(
        Locale.ROOT,
        "BENCH catalogue of %d entries after one more, beside one SELECT of the rows: %s;"
            + " the first time %.0f ms; keeps %.1f MB%n",
        ENTRIES,
        rounds,
        first,
        kept);
    assertThat(rounds.ours().median()).isLessThanOrEqualTo(300);
    assertThat(kept).isLessThanOrEqualTo(32);
  }

  /** Asks for all of it, counts the visits, and returns how many milliseconds that took. */
  private static double catalogue(Ledger ledger, int entries) {
    long from = System.nanoTime();
    LedgerState state = ledger.fold(Cutoff.latest(DAY));
    Map<String, Figure> figures =
        FigureEngine.figures(state, Catalogue.at(state).list(), Period.year(2026));
    double millis = (System.nanoTime() - from) / 1e6;
    long visits = 0;
    for (int place = 0; place < entries; place++) {
      visits += place % 10 == 1 || place % 10 == 2 ? 1 : 0;
    }
    assertThat(figures.get("inspection.visits").part()).isEqualTo(BigDecimal.valueOf(visits));
    return millis;
  }

  private static double select(AnxunDatabase database, int rows) {
    long from = System.nanoTime();
    int read = 0;
    long bytes = 0;
    try (android.database.Cursor cursor =
        database.query("SELECT seq, subject, bytes FROM entry", null)) {
      while (cursor.moveToNext()) {
        bytes += cursor.getLong(0) + cursor.getString(1).length() + cursor.getBlob(2).length;
        read++;
      }
    }
    double millis = (System.nanoTime() - from) / 1e6;
    assertThat(read).isEqualTo(rows);
    assertThat(bytes).isPositive();
    return millis;
  }

  private double usedMegabytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return memory.getHeapMemoryUsage().getUsed() / 1048576.0;
  }
}
