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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * The hazards' ledger as a workbook, from a ledger that is folded already; beside it the texts of
 * its cells are written with the same library, and nothing else is done.
 */
record LedgerWorkbook(int entries) implements Work {
  private static final int FLUSH_ROWS = 500;

  /** Lines above the hazards: where the list comes from, and the heading. */
  private static final int HEAD = 2;

  @Override
  public String name() {
    return "ledger-xlsx-" + entries;
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
  public Goal goal() {
    return Goal.ratioAtMost(1.2);
  }

  @Override
  public Trial begin(Path folder) throws IOException, WrongCountException {
    FilledBureau bureau = FilledBureau.fill(folder.resolve("data"), entries, Corpus.Mix.HAZARDS);
    BureauLedger ledger = bureau.server().ledger(bureau.freshPhone());
    LedgerState state =
        ledger.state(new Cutoff(ledger.lastSeq(), LocalDate.of(Corpus.YEAR, 12, 31)));
    Path file = folder.resolve("ledger.xlsx");
    double unused = exported(state, ledger, file);
    List<List<String>> cells = cells(file);
    WrongCountException.require("rows", bureau.count(HazardFound.KIND) + HEAD, cells.size());
    return new Trial() {
      @Override
      public double ours() throws IOException {
        return exported(state, ledger, file);
      }

      @Override
      public double limit() throws IOException {
        return written(cells, folder.resolve("raw.xlsx"));
      }

      @Override
      public void close() {
        bureau.close();
      }
    };
  }

  private static double exported(LedgerState state, BureauLedger ledger, Path file)
      throws IOException {
    Provenance provenance = new Provenance("区应急管理局", state.cutoff(), ledger.head());
    long from = System.nanoTime();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      LedgerExport.write(state, ledger, provenance, List.of("hazard"), false, out);
    }
    return (System.nanoTime() - from) / 1e6;
  }

  private static List<List<String>> cells(Path file) throws IOException {
    List<List<String>> cells = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      rows.forEach(row -> cells.add(row.stream().map(LedgerWorkbook::text).toList()));
    }
    return cells;
  }

  private static String text(Cell cell) {
    return cell == null ? "" : cell.getText();
  }

  private static double written(List<List<String>> cells, Path file) throws IOException {
    long from = System.nanoTime();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Workbook workbook = new Workbook(out, "anxun", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("raw");
      for (int row = 0; row < cells.size(); row++) {
        List<String> texts = cells.get(row);
        for (int column = 0; column < texts.size(); column++) {
          if (!texts.get(column).isEmpty()) {
            sheet.inlineString(row, column, texts.get(column));
          }
        }
        if (row % FLUSH_ROWS == 0) {
          sheet.flush();
        }
      }
      sheet.finish();
    }
    return (System.nanoTime() - from) / 1e6;
  }
}
