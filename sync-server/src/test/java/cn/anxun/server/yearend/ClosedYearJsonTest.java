package cn.anxun.server.yearend;

import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static cn.anxun.server.storage.SampleEntries.DAY;
import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static cn.anxun.server.storage.SampleEntries.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.entry.YearClosed;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.InMemoryLedgerStore;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.server.storage.Pusher;
import cn.anxun.server.storage.SampleEntries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClosedYearJsonTest {
  private static final int YEAR = 2026;

  private final SampleEntries samples = new SampleEntries();
  private final InMemoryLedgerStore ledger = new InMemoryLedgerStore();
  private final Random random = new Random(4);

  private void put(Entry entry, Pusher pusher) {
    Stamp stamp =
        new Stamp(
            ledger.lastSeq() + 1,
            pusher.account(),
            pusher.role(),
            pusher.device(),
            CLOCK.instant());
    WrittenEntry written = EntryJson.write(entry);
    assertThat(written.bytes()).hasSizeLessThan(EntryJson.MAX_BYTES);
    ledger.put(List.of(new LedgerEntry(written, stamp)));
  }

  private ClosedYear year(List<DrillHeld> drills, int figures) {
    Measure measure = Catalogue.standard().get("hazard.rate").measure();
    List<ClosedFigure> list = new ArrayList<>();
    for (int i = 0; i < figures; i++) {
      Set<String> part = new TreeSet<>(List.of("grid/510303001"));
      Set<String> whole = new TreeSet<>();
      for (DrillHeld drill : drills) {
        if (random.nextInt(10) == 0) {
          part.add(drill.id());
        }
        if (random.nextBoolean()) {
          whole.add(drill.id());
        }
      }
      list.add(
          new ClosedFigure(
              "figure." + i,
              "隐患整改率",
              measure,
              "%",
              "99.83",
              BigDecimal.valueOf(part.size()),
              BigDecimal.valueOf(whole.size()),
              BigDecimal.ZERO,
              List.of("PROPOSAL"),
              part,
              whole));
    }
    return new ClosedYear(
        YEAR,
        1,
        new Cutoff(drills.size(), LocalDate.of(YEAR, 12, 31)),
        3,
        "ab".repeat(32),
        "",
        "已核实",
        List.of("1 台设备", "2 处疑似重复"),
        OFFICE.account(),
        list,
        List.of(
            new ClosedForm(
                "whole",
                "整体支出绩效自评表",
                "100.00",
                "98.50",
                List.of(new ClosedForm.Row("隐患整改率", "99.83%", "9.98")))));
  }

  private void write(ClosedYear closed) {
    String close = samples.hazard().id();
    int part = 0;
    for (Json document :
        ClosedYearJson.write(closed, close, FirstSeqs.of(ledger, closed.cutoff().seq()))) {
      part++;
      Header header =
          new Header(
              part == 1 ? close : samples.hazard().id(),
              ClosedYears.part(YEAR, part),
              null,
              CLOCK.instant(),
              DAY,
              OFFICE.account(),
              OFFICE.device(),
              List.of());
      Fields fields =
          Fields.builder()
              .set(YearClosed.YEAR, closed.year())
              .set(YearClosed.EDITION, closed.edition())
              .set(YearClosed.DOCUMENT, document)
              .build();
      put(new YearClosed(header, fields), OFFICE);
    }
  }

  @Test
  void write_whenTheRecordSetsAreLarge_goesOnInFurtherEntriesAndIsReadBack() {
    List<DrillHeld> drills = samples.drills(3_000);
    drills.forEach(drill -> put(drill, INSPECTOR));
    ClosedYear closed = year(drills, 120);

    write(closed);

    assertThat(ledger.lastSeq()).isGreaterThan(3_002);
    assertThat(new ClosedYears(ledger).list(YEAR)).containsExactly(closed);
  }

  @Test
  void editions_whenAPartIsMissing_saysSo() {
    List<DrillHeld> drills = samples.drills(300);
    drills.forEach(drill -> put(drill, INSPECTOR));
    write(year(drills, 300));
    InMemoryLedgerStore lacking = new InMemoryLedgerStore();
    ledger.scan(
        0,
        Long.MAX_VALUE - 1,
        entry -> {
          if (!entry.entry().subject().equals("doc/year/2026/2")) {
            lacking.put(List.of(entry));
          }
        });

    assertThat(new ClosedYears(lacking).editions(YEAR))
        .singleElement()
        .satisfies(edition -> assertThat(edition.problem()).contains("parts there are"));
  }

  @Test
  void list_whenTheYearWasNotClosed_isEmpty() {
    assertThat(new ClosedYears(ledger).list(YEAR)).isEmpty();
  }
}
