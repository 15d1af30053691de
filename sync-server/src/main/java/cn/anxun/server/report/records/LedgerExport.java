package cn.anxun.server.report.records;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.Value;
import cn.anxun.server.report.xlsx.StreamedWorkbook;
import cn.anxun.server.scope.PublicFields;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;

/** The ledger's records as a workbook, a sheet for each type. */
public final class LedgerExport {
  private LedgerExport() {}

  /**
   * Writes the records as they stand; the stream stays open.
   *
   * @param types such as {@code hazard}; empty for all that there are
   * @param personal whether names and phones are shown; whoever asks for them is audited
   */
  public static void write(
      LedgerState state,
      BureauLedger ledger,
      Provenance provenance,
      Collection<String> types,
      boolean personal,
      OutputStream out)
      throws IOException {
    PublicFields open = new PublicFields(ledger);
    RecordTable.Shown shown =
        personal
            ? records ->
                records.stream().map(record -> new Json.Members(record.fields().values())).toList()
            : open::of;
    Collection<String> wanted = types.isEmpty() ? state.records().keySet() : types;
    try (StreamedWorkbook workbook = new StreamedWorkbook(out)) {
      for (String type : wanted) {
        List<FoldedRecord> records = state.list(type);
        new RecordTable(type, records, state, shown)
            .write(workbook, RecordTable.label(type), List.of(note(provenance)));
      }
      if (wanted.isEmpty()) {
        workbook
            .sheet(ServerTexts.CHINESE.text("records.none"), List.of(note(provenance)), List.of())
            .finish();
      }
    }
  }

  /** Where the list comes from. */
  public static String note(Provenance provenance) {
    return provenance.bureau()
        + "　"
        + ServerTexts.CHINESE.text(
            "report.provenance",
            Value.of(provenance.cutoff().date()).text(),
            String.valueOf(provenance.head().seq()),
            provenance.head().hash());
  }
}
