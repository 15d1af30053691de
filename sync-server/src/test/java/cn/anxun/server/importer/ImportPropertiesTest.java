package cn.anxun.server.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Role;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Pusher;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * A ledger written from records comes back as these records, dates and numbers written in any of
 * the ways in which people write them; what is spoiled is told by its row and column.
 */
class ImportPropertiesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-10T02:00:00Z"), ZoneOffset.UTC);
  private static final List<String> HEADS = List.of("演练时间", "演练名称", "参演人数");
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final ImportKind DRILLS = ImportKind.find("drills").orElseThrow();

  /** A drill, as a person would write it down. */
  private record Drill(LocalDate date, String name, int participants) {
    static Drill any(Random random, int number) {
      return new Drill(FIRST.plusDays(random.nextInt(365)), "演练" + number, random.nextInt(20_000));
    }

    static Drill of(FoldedRecord record) {
      Json.Num participants = (Json.Num) record.value("participants");
      return new Drill(
          record.date(),
          ((Json.Text) record.value("name")).value(),
          participants.value().intValueExact());
    }

    List<Object> written(Random random) {
      int year = date.getYear();
      int month = date.getMonthValue();
      int day = date.getDayOfMonth();
      Object when =
          switch (random.nextInt(7)) {
            case 0 -> date;
            case 1 -> year + "-" + month + "-" + day;
            case 2 -> year + "年" + month + "月" + day + "日";
            case 3 -> year + "." + month + "." + day;
            case 4 -> year + "/" + month + "/" + day + " 10:30";
            case 5 -> date.toString().replace("-", "");
            default -> " " + date + " ";
          };
      Object people =
          switch (random.nextInt(4)) {
            case 0 -> participants;
            case 1 -> participants + "人";
            case 2 -> String.format("%,d", participants);
            default -> participants + " 人次";
          };
      return List.of(when, name, people);
    }
  }

  private static List<Drill> drills(Random random) {
    List<Drill> drills = new ArrayList<>();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      drills.add(Drill.any(random, i));
    }
    return drills;
  }

  private static Path file(DataDirectory data, List<List<Object>> rows) throws Exception {
    List<List<?>> all = new ArrayList<>();
    all.add(List.of("2025年应急演练台账"));
    all.add(HEADS);
    all.addAll(rows);
    return Workbooks.write(data.root().resolve("drills.xlsx"), all);
  }

  private static LedgerImport importer(BureauLedger ledger) {
    return new LedgerImport(ledger, new Pusher("office", Role.OFFICE, "import"), CLOCK, rows -> {});
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void apply_ofALedgerWrittenFromRecords_givesTheseRecords(@ForAll Random random) throws Exception {
    List<Drill> drills = drills(random);
    try (DataDirectory data = DataDirectory.ephemeral("test");
        BureauLedgers ledgers = new BureauLedgers(data, CLOCK, new Random(1))) {
      BureauLedger ledger = ledgers.get("qinghe");
      Path file = file(data, drills.stream().map(drill -> drill.written(random)).toList());

      ImportReport report = importer(ledger).apply(file, DRILLS, SheetChoice.ANY, false);

      assertThat(report.problems()).isEmpty();
      assertThat(
              ledger
                  .state(new Cutoff(ledger.lastSeq(), LocalDate.of(2025, 12, 31)))
                  .list("drill")
                  .stream()
                  .map(Drill::of))
          .containsExactlyInAnyOrderElementsOf(drills);
    }
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void check_ofALedgerWithOneCellSpoiled_namesItsRowAndColumn(@ForAll Random random)
      throws Exception {
    List<Drill> drills = drills(random);
    List<List<Object>> rows = new ArrayList<>();
    drills.forEach(drill -> rows.add(new ArrayList<>(drill.written(random))));
    int row = random.nextInt(rows.size());
    boolean ofDate = random.nextBoolean();
    List<String> spoiled =
        ofDate
            ? List.of("2025-13-01", "2025-02-30", "去年", "1899-12-31", "+999999999-12-31", "=1+1")
            : List.of("许多", "-5", "1.5", "1e9", "12人13", "NaN");
    rows.get(row).set(ofDate ? 0 : 2, spoiled.get(random.nextInt(spoiled.size())));
    try (DataDirectory data = DataDirectory.ephemeral("test");
        BureauLedgers ledgers = new BureauLedgers(data, CLOCK, new Random(1))) {
      ImportReport report =
          importer(ledgers.get("qinghe")).check(file(data, rows), DRILLS, SheetChoice.ANY);

      assertThat(report.bad()).isEqualTo(1);
      assertThat(report.problems())
          .extracting(ImportProblem::row, ImportProblem::column)
          .containsOnly(tuple(row + 3, ofDate ? "A" : "C"));
    }
  }
}
