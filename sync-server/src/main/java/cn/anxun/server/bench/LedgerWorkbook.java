package cn.anxun.server.bench;

import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.records.LedgerExport;
import cn.anxun.server.storage.BureauLedger;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The hazards' ledger as a workbook, from a ledger that is folded already; beside it the same cells
 * are written by fastexcel alone, from memory, see {@link RawWorkbook}.
 *
 * @param heap whether the heap that is held meanwhile is measured, see {@link HeldHeap}, or how
 *     long it takes
 */
record LedgerWorkbook(String name, boolean heap, int entries, Goal goal) implements Work {
  /** Lines above the hazards: where the list comes from, and the heading. */
  private static final int HEAD = 2;

  static Work time(int entries, double ratio) {
    return new LedgerWorkbook("ledger-xlsx-" + entries, false, entries, Goal.ratioAtMost(ratio));
  }

  static Work heap(int entries, double megabytes) {
    return new LedgerWorkbook(
        "ledger-xlsx-heap-" + entries, true, entries, Goal.oursAtMost(megabytes));
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public Unit unit() {
    return heap ? Unit.MEGABYTES : Unit.MILLISECONDS;
  }

  @Override
  public Trial begin(Path folder) throws IOException, WrongCountException {
    FilledBureau bureau = FilledBureau.fill(folder.resolve("data"), entries, Corpus.Mix.HAZARDS);
    BureauLedger ledger = bureau.server().ledger(bureau.freshPhone());
    LedgerState state =
        ledger.state(new Cutoff(ledger.lastSeq(), LocalDate.of(Corpus.YEAR, 12, 31)));
    Provenance provenance = new Provenance("区应急管理局", state.cutoff(), ledger.head());
    Writing export =
        out -> LedgerExport.write(state, ledger, provenance, List.of("hazard"), false, out);
    Path file = folder.resolve("ledger.xlsx");
    long rows = bureau.count(HazardFound.KIND) + HEAD;
    double unused = measured(export, file);
    RawWorkbook cells = RawWorkbook.read(file);
    WrongCountException.require("rows", rows, cells.rows().size());
    return new Trial() {
      @Override
      public double ours() throws IOException, WrongCountException {
        double amount = measured(export, file);
        WrongCountException.require("rows", rows, RawWorkbook.count(file));
        return amount;
      }

      @Override
      public double limit() throws IOException {
        return measured(cells::write, folder.resolve("raw.xlsx"));
      }

      @Override
      public void close() {
        bureau.close();
      }
    };
  }

  /** Writes a workbook. */
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private double measured(Writing writing, Path file) throws IOException {
    return heap ? megabytes(writing, file) : millis(writing, file);
  }

  private static double megabytes(Writing writing, Path file) throws IOException {
    try (HeldHeap out = new HeldHeap(stream(file))) {
      writing.to(out);
      return out.megabytes();
    }
  }

  private static double millis(Writing writing, Path file) throws IOException {
    long from = System.nanoTime();
    try (OutputStream out = stream(file)) {
      writing.to(out);
    }
    return (System.nanoTime() - from) / 1e6;
  }

  private static OutputStream stream(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }
}
