package cn.anxun.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.Listed;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.TestLedger;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bureau's busy year, 20,000 entries, folds in far less time than a person notices. */
class FoldSpeedTest {
  private static final Duration LIMIT = Duration.ofMillis(800);

  @Test
  void fold_whenAYearHasTwentyThousandEntries_takesLittleTime() {
    TestLedger year = year();
    assertThat(year.seq()).isBetween(20_000L, 20_200L);
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    LedgerFold fold = new LedgerFold();
    Cutoff cutoff = Cutoff.latest(LocalDate.of(2023, 12, 31));
    long best = Long.MAX_VALUE;
    for (int run = 0; run < 8; run++) {
      long before = clock.getCurrentThreadCpuTime();
      LedgerState state = fold.fold(year.store(), cutoff);
      best = Math.min(best, clock.getCurrentThreadCpuTime() - before);
      assertThat(state.list("hazard")).hasSize(4_000);
      assertThat(state.list("site")).hasSize(1_900);
    }

    // Far above what it takes, about 50 ms, so that only another order of growth fails it.
    assertThat(Duration.ofNanos(best)).isLessThan(LIMIT);
  }

  @Test
  void fold_whenOneSubjectHasSixtyThousandEntries_growsNoFaster() {
    TestLedger ledger = new TestLedger();
    String hazard = ledger.open(HazardFound.KIND, "2023-03-01");
    String target = hazard;
    for (int i = 0; i < 20_000; i++) {
      ledger.addAfter(hazard, Listed.KIND, hazard, "2023-03-02");
      ledger.correctsAfter(hazard, hazard, hazard, "industry", "i" + i);
      target = ledger.voids(hazard, target);
    }
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int run = 0; run < 3; run++) {
      long before = clock.getCurrentThreadCpuTime();
      LedgerState state =
          new LedgerFold().fold(ledger.store(), Cutoff.latest(LocalDate.of(2023, 12, 31)));
      best = Math.min(best, clock.getCurrentThreadCpuTime() - before);
      assertThat(state.list("hazard")).hasSize(1);
      assertThat(state.notices()).hasSize(20_001);
    }

    assertThat(Duration.ofNanos(best)).isLessThan(LIMIT);
  }

  private static TestLedger year() {
    TestLedger ledger = new TestLedger().by("zhao", Role.SUPERVISOR);
    List<String> sites = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      sites.add(
          ledger.open(SiteRegistered.KIND, "2023-01-01", "name", "站点" + i, "credit_code", "C" + i));
    }
    for (int i = 0; i < 3_000; i++) {
      String site = sites.get(i % 2_000);
      ledger.open(Inspected.KIND, "2023-02-01", "site", site, "inspectors", 2);
    }
    for (int i = 0; i < 4_000; i++) {
      String site = sites.get(i % 2_000);
      String hazard =
          ledger.open(HazardFound.KIND, "2023-03-01", "deadline", "2023-04-01", "site", site);
      ledger.add(Rectified.KIND, hazard, "2023-03-20");
      String review = ledger.add(Reviewed.KIND, hazard, "2023-03-25", "passed", true);
      if (i % 10 == 0) {
        ledger.corrects(hazard, hazard, "industry", "危化");
        ledger.voids(hazard, review);
      }
    }
    for (int i = 0; i < 100; i++) {
      ledger.add(SiteMerged.KIND, sites.get(i), "2023-06-01", "into", sites.get(i + 1_000));
    }
    while (ledger.seq() < 20_000) {
      ledger.open(DrillHeld.KIND, "2023-05-01", "participants", 20, "level", "区级");
    }
    return ledger;
  }
}
