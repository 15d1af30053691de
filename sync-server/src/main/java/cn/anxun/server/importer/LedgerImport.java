package cn.anxun.server.importer;

import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.importer.SheetRows.RawCell;
import cn.anxun.server.importer.SheetRows.RawRow;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.Pusher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/**
 * Imports a ledger kept in a workbook. The file is read twice, row by row: once to find everything
 * that is wrong, and only where nothing is, or bad rows are to be left out, once more to write. A
 * row imported before counts once.
 */
public final class LedgerImport {
  private static final int BATCH = 500;
  private static final int PROGRESS_ROWS = 1_000;
  private static final Pattern NO_RECORD =
      Pattern.compile("\\s*(合\\s*计|总\\s*计|小\\s*计|填表|制表|审核|填报|注[:：]|说明[:：]).*");

  private final BureauLedger ledger;
  private final Pusher pusher;
  private final Clock clock;
  private final IntConsumer progress;

  /**
   * Imports into this ledger.
   *
   * @param pusher whom the entries are stamped with
   * @param progress told how many rows were read, now and then
   */
  public LedgerImport(BureauLedger ledger, Pusher pusher, Clock clock, IntConsumer progress) {
    this.ledger = ledger;
    this.pusher = pusher;
    this.clock = clock;
    this.progress = progress;
  }

  /** Where a batch of entries goes. */
  private interface Sink {
    void take(WrittenEntry entry);
  }

  /**
   * Reads the file and says what would come of it; writes nothing.
   *
   * @throws ImportException where it is no such workbook
   */
  public ImportReport check(Path file, ImportKind kind, Optional<String> sheet)
      throws IOException, ImportException {
    WorkbookGuard.check(file);
    SheetRows rows = new SheetRows(file, kind);
    return read(rows, rows.find(sheet), kind, entry -> {});
  }

  /**
   * Imports the file.
   *
   * @param skipBadRows whether good rows are imported though others are bad
   * @return what was found; {@link ImportReport#applied} says whether anything was written
   */
  public ImportReport apply(Path file, ImportKind kind, Optional<String> sheet, boolean skipBadRows)
      throws IOException, ImportException {
    ImportReport checked = check(file, kind, sheet);
    if (!checked.clean() && !skipBadRows) {
      return checked;
    }
    SheetRows rows = new SheetRows(file, kind);
    Batches batches = new Batches();
    ImportReport report = read(rows, rows.find(sheet), kind, batches);
    batches.flush();
    return report.asApplied();
  }

  /** Hands entries to the ledger, some hundred in one commit. */
  private final class Batches implements Sink {
    private final List<byte[]> batch = new ArrayList<>();

    @Override
    public void take(WrittenEntry entry) {
      batch.add(entry.bytes());
      if (batch.size() == BATCH) {
        flush();
      }
    }

    void flush() {
      if (batch.isEmpty()) {
        return;
      }
      for (Receipt receipt : ledger.accept(pusher, batch)) {
        if (!(receipt instanceof Receipt.Accepted)) {
          throw new IllegalStateException("a checked entry was not accepted: " + receipt);
        }
      }
      batch.clear();
    }
  }

  private ImportReport read(SheetRows rows, SheetRows.Found found, ImportKind kind, Sink sink)
      throws IOException, ImportException {
    LocalDate today = LocalDate.now(clock.withZone(ImportIds.SHANGHAI));
    LedgerState state = ledger.state(new Cutoff(ledger.lastSeq(), LocalDate.of(2099, 12, 31)));
    CodeLists lists = CodeLists.at(state);
    CellReading reading = new CellReading(found.date1904());
    RowEntries entries = new RowEntries(kind, pusher, new SiteBook(state), today);
    ImportReport.Counting counting = new ImportReport.Counting(found);
    Map<String, Integer> seen = new HashMap<>();
    Set<String> handed = new HashSet<>();
    rows.each(
        found,
        raw -> {
          counting.row();
          if (counting.rows() % PROGRESS_ROWS == 0) {
            progress.accept(counting.rows());
          }
          if (isNoRecord(raw)) {
            counting.passedOver();
            return;
          }
          RowValues row = RowValues.read(kind, raw, reading, lists);
          Optional<RowEntries.Made> made = entries.of(row);
          made.ifPresent(good -> take(good, row, seen, handed, counting, sink));
          row.problems().forEach(counting::problem);
          if (made.isEmpty()) {
            counting.bad();
          }
        });
    return counting.report();
  }

  private static boolean isNoRecord(RawRow row) {
    return row.cells().values().stream()
        .findFirst()
        .map(RawCell::text)
        .filter(text -> NO_RECORD.matcher(text).matches())
        .isPresent();
  }

  private void take(
      RowEntries.Made made,
      RowValues row,
      Map<String, Integer> seen,
      Set<String> handed,
      ImportReport.Counting counting,
      Sink sink) {
    Integer before = seen.putIfAbsent(made.opening().entry().id(), row.number());
    if (before != null) {
      row.warn("", "import.double", String.valueOf(before));
      counting.doubled();
      return;
    }
    if (made.known()) {
      counting.record(false);
      return;
    }
    counting.record(ledger.find(made.opening().entry().id()).isEmpty());
    for (WrittenEntry entry : made.all()) {
      if (!handed.add(entry.entry().id())) {
        continue;
      }
      Optional<LedgerEntry> held = ledger.find(entry.entry().id());
      if (held.isEmpty()) {
        counting.entry();
        if (made.site().filter(entry::equals).isPresent()) {
          counting.site();
        }
        sink.take(entry);
      } else if (!Arrays.equals(held.get().written().bytes(), entry.bytes())) {
        row.warn("", "import.differs");
        counting.differing();
      }
    }
  }
}
