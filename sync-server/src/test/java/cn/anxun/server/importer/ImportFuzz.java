package cn.anxun.server.importer;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.hostile.Parts;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.SampleEntries;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.StoredBureauLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Whatever a workbook holds, importing it ends with a report of rows and columns, or in a sentence.
 * The first byte chooses the kind of ledger, the second the part of a whole workbook that the rest
 * stands for, or all of the file.
 */
public final class ImportFuzz {
  private static final DataDirectory DATA = DataDirectory.ephemeral("fuzz");
  private static final LedgerImport IMPORT =
      new LedgerImport(
          StoredBureauLedger.open(
              SqliteDatabase.open(DATA.root().resolve("demo.db"), DataDirectory.BUREAU_MIGRATIONS),
              SampleEntries.CLOCK,
              new Random(7),
              new LedgerFold()),
          SampleEntries.INSPECTOR,
          SampleEntries.CLOCK,
          rows -> {});

  private ImportFuzz() {}

  /** Loads what an import needs, which takes its time under a fuzzer. */
  public static void fuzzerInitialize() throws Exception {
    fuzzerTestOneInput(Parts.zip(Parts.workbook()));
    fuzzerTestOneInput(new byte[] {0, 2, '<'});
    read(
        Files.write(DATA.root().resolve("fuzz.xlsx"), Parts.zip(Parts.workbook())),
        ImportKind.find("hazards").orElseThrow());
  }

  public static void fuzzerTestOneInput(byte[] data) throws Exception {
    if (data.length < 2) {
      return;
    }
    ImportKind kind =
        ImportKind.find(ImportKind.KEYS.get((data[0] & 0xff) % ImportKind.KEYS.size()))
            .orElseThrow();
    Path file =
        Files.write(DATA.root().resolve("fuzz.xlsx"), Parts.workbook(data[1] & 0xff, data, 2));
    read(file, kind);
  }

  private static void read(Path file, ImportKind kind) throws IOException {
    try {
      IMPORT.preview(file, kind, SheetChoice.ANY);
      ImportReport report = IMPORT.check(file, kind, SheetChoice.ANY);
      IMPORT.explain(file, kind, SheetChoice.ANY, new ByteArrayOutputStream());
      for (ImportProblem problem : report.problems()) {
        if (problem.row() < 0) {
          throw new IllegalStateException("which row? " + problem);
        }
      }
    } catch (ImportException e) {
      if (e.getMessage() == null || e.getMessage().isEmpty()) {
        throw new IllegalStateException("an error without words", e);
      }
    }
  }
}
