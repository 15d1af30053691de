package cn.anxun.server.importer;

import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.importer.ImportPreview.Outcome;
import cn.anxun.server.importer.SheetRows.RawCell;
import cn.anxun.server.importer.SheetRows.RawRow;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.Pusher;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Row;

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

  private static final RowWatch NOBODY = (raw, row, outcome) -> {};

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

  /**
   * Reads the file and says what would come of it; writes nothing.
   *
   * @throws ImportException where it is no such workbook
   */
  public ImportReport check(Path file, ImportKind kind, SheetChoice choice)
      throws IOException, ImportException {
    SheetRows rows = open(file, kind);
    return read(rows, rows.find(choice), kind, entry -> {}, NOBODY);
  }

  /**
   * The same, with rows to look at; required columns may be missing.
   *
   * @throws ImportException where it is no such workbook, or has nothing in it
   */
  public ImportPreview preview(Path file, ImportKind kind, SheetChoice choice)
      throws IOException, ImportException {
    SheetRows rows = open(file, kind);
    FoundHeading found = rows.look(choice);
    PreviewRows watch = new PreviewRows(found);
    List<ImportColumn> missing = found.missing(kind);
    Optional<ImportReport> report =
        missing.isEmpty()
            ? Optional.of(read(rows, found, kind, entry -> {}, watch))
            : Optional.empty();
    return new ImportPreview(
        found.sheets(),
        found.sheet(),
        found.row(),
        heads(found),
        missing,
        report,
        watch.first(),
        watch.wrong(),
        watch.warned());
  }

  private static List<ImportPreview.Head> heads(FoundHeading found) {
    List<ImportPreview.Head> heads = new ArrayList<>();
    found
        .written()
        .forEach(
            (place, written) ->
                heads.add(
                    new ImportPreview.Head(
                        SheetRows.letter(place),
                        written,
                        Optional.ofNullable(found.columns().get(place)),
                        found.samples().getOrDefault(place, ""))));
    return heads;
  }

  /**
   * Imports the file.
   *
   * @param skipBadRows whether good rows are imported though others are bad
   * @return what was found; {@link ImportReport#applied} says whether anything was written
   */
  public ImportReport apply(Path file, ImportKind kind, SheetChoice choice, boolean skipBadRows)
      throws IOException, ImportException {
    ImportReport checked = check(file, kind, choice);
    if (!checked.clean() && !skipBadRows) {
      return checked;
    }
    SheetRows rows = open(file, kind);
    Batches batches = new Batches();
    ImportReport report = read(rows, rows.find(choice), kind, batches, NOBODY);
    batches.flush();
    return report.asApplied();
  }

  /**
   * Writes the same sheet with a column that says what is wrong with each row.
   *
   * @param out stays open
   */
  public void explain(Path file, ImportKind kind, SheetChoice choice, OutputStream out)
      throws IOException, ImportException {
    SheetRows rows = open(file, kind);
    FoundHeading found = rows.find(choice);
    try (ReasonedCopy copy = new ReasonedCopy(out, found)) {
      RowWatch watch =
          new RowWatch() {
            @Override
            public void row(RawRow raw, RowValues row, Outcome outcome) {
              copy.row(raw, row.problems());
            }

            @Override
            public void above(Row row) {
              copy.above(row);
            }
          };
      read(rows, found, kind, entry -> {}, watch);
    }
  }

  /**
   * Keeps for later files what somebody says that headings mean.
   *
   * @param meanings by heading as written: the key of a column, or "" for none
   */
  public void remember(ImportKind kind, Map<String, String> meanings) {
    Map<String, String> kept = new HashMap<>();
    meanings.forEach((heading, column) -> kept.put(Heading.key(heading), column));
    ledger.rememberImportHeadings(kind.key(), kept);
  }

  private SheetRows open(Path file, ImportKind kind) throws IOException, ImportException {
    WorkbookGuard.check(file);
    return new SheetRows(file, kind, ledger.importHeadings(kind.key()));
  }

  /** Hands entries to the ledger, some hundred in one commit. */
  private final class Batches implements EntrySink {
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

  private ImportReport read(
      SheetRows rows, FoundHeading found, ImportKind kind, EntrySink sink, RowWatch watch)
      throws IOException, ImportException {
    LocalDate today = LocalDate.now(clock.withZone(ImportIds.SHANGHAI));
    LedgerState state = ledger.state(new Cutoff(ledger.lastSeq(), LocalDate.of(2099, 12, 31)));
    CodeLists lists = CodeLists.at(state);
    CellReading reading = new CellReading(found.date1904());
    RowEntries entries = new RowEntries(kind, pusher, new SiteBook(state), today);
    ImportReport.Counting counting = new ImportReport.Counting(found);
    Map<String, String> letters = found.letters();
    RowTaking taking = new RowTaking(ledger, counting, sink);
    rows.each(
        found,
        new SheetRows.Each() {
          @Override
          public void row(RawRow raw) {
            counting.row();
            if (counting.rows() % PROGRESS_ROWS == 0) {
              progress.accept(counting.rows());
            }
            if (isNoRecord(raw)) {
              counting.passedOver();
              watch.row(raw, RowValues.unread(kind, raw, letters), Outcome.NO_RECORD);
              return;
            }
            RowValues row = RowValues.read(kind, raw, letters, reading, lists);
            Outcome outcome =
                entries.of(row).map(good -> taking.take(good, row)).orElse(Outcome.BAD);
            row.problems().forEach(counting::problem);
            if (outcome == Outcome.BAD) {
              counting.bad();
            }
            watch.row(raw, row, outcome);
          }

          @Override
          public void above(Row row) {
            watch.above(row);
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
}
