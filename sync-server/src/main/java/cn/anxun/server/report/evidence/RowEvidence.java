package cn.anxun.server.report.evidence;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.form.FormResult.RowResult;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.paper.PaperReducer;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.records.LedgerExport;
import cn.anxun.server.report.records.RecordTable;
import cn.anxun.server.report.xlsx.StreamedWorkbook;
import cn.anxun.server.scope.PublicFields;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The records behind one row of a form, as a workbook and as JSON. */
final class RowEvidence {
  private final LedgerState state;
  private final BureauLedger ledger;
  private final Provenance provenance;
  private final PublicFields fields;
  private final Map<String, FoldedRecord> bySubject = new LinkedHashMap<>();

  RowEvidence(LedgerState state, BureauLedger ledger, Provenance provenance) {
    this.state = state;
    this.ledger = ledger;
    this.provenance = provenance;
    this.fields = new PublicFields(ledger);
    state
        .records()
        .values()
        .forEach(records -> records.forEach(record -> bySubject.put(record.subject(), record)));
  }

  /** The records of these ids, in their order. */
  List<FoldedRecord> records(List<String> ids) {
    List<FoldedRecord> records = new ArrayList<>();
    for (String id : ids) {
      Optional.ofNullable(bySubject.get(id)).ifPresent(records::add);
    }
    return records;
  }

  /**
   * Writes the part, the whole where it is another, and a sample, a sheet for each type of record.
   */
  void workbook(Figure figure, List<String> sample, OutputStream out) throws IOException {
    try (StreamedWorkbook workbook = new StreamedWorkbook(out)) {
      boolean rate = !figure.wholeIds().equals(figure.partIds());
      sheets(workbook, rate ? "evidence.part" : "evidence.counted", figure.partIds());
      if (rate) {
        Set<String> gap = new LinkedHashSet<>(figure.wholeIds());
        figure.partIds().forEach(gap::remove);
        sheets(workbook, "evidence.gap", List.copyOf(gap));
        sheets(workbook, "evidence.whole", figure.wholeIds());
      }
      if (!sample.isEmpty()) {
        sheets(workbook, "evidence.sample", sample);
      }
    }
  }

  private void sheets(StreamedWorkbook workbook, String key, List<String> ids) throws IOException {
    Map<String, List<FoldedRecord>> byType = new LinkedHashMap<>();
    for (FoldedRecord record : records(ids)) {
      byType.computeIfAbsent(record.type(), type -> new ArrayList<>()).add(record);
    }
    String name = ServerTexts.CHINESE.text(key);
    List<String> notes = List.of(LedgerExport.note(provenance));
    if (byType.isEmpty()) {
      workbook.sheet(name, notes, List.of()).finish();
    }
    for (Map.Entry<String, List<FoldedRecord>> typed : byType.entrySet()) {
      String sheet = byType.size() == 1 ? name : name + "·" + RecordTable.label(typed.getKey());
      new RecordTable(typed.getKey(), typed.getValue(), state, fields::of)
          .write(workbook, sheet, notes);
    }
  }

  /**
   * Writes the figure with every record and the entries that made it, one record after the other.
   */
  void json(RowResult row, Figure figure, List<String> sample, OutputStream out)
      throws IOException {
    write(out, "{\"figure\":");
    write(out, JsonText.write(figure(row, figure)));
    write(out, ",\"sample\":" + JsonText.write(Json.texts(sample)));
    write(out, ",\"whole\":" + JsonText.write(Json.texts(figure.wholeIds())));
    write(out, ",\"part\":[");
    String comma = "";
    for (FoldedRecord record : records(figure.partIds())) {
      write(out, comma + "\n" + JsonText.write(record(record)));
      comma = ",";
    }
    write(out, "]}\n");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private Json figure(RowResult row, Figure figure) {
    return Json.members()
        .put("row", row.row().level3())
        .put("target", row.row().target())
        .put("measure", row.row().measure().map(MeasureJson::write).orElse(null))
        .put("printed", figure.printed())
        .put("unit", figure.unit())
        .put("part", Json.of(figure.part()))
        .put("whole", Json.of(figure.whole()))
        .put("from_ledger", Json.of(figure.fromLedger()))
        .put("from_tally", Json.of(figure.fromTally()))
        .put("from", figure.period().from().toString())
        .put("until", figure.period().until().toString())
        .put("as_of_seq", provenance.head().seq())
        .put("as_of_date", figure.cutoff().date().toString())
        .put("head", provenance.head().hash())
        .put("marks", Json.texts(figure.marks().stream().map(Enum::name).toList()))
        .build();
  }

  private Json record(FoldedRecord record) {
    List<Json> entries = new ArrayList<>();
    for (String id : record.entryIds()) {
      ledger.find(id).ifPresent(entry -> entries.add(entry(entry)));
    }
    return Json.members()
        .put("type", record.type())
        .put("subject", record.subject())
        .put("date", record.date().toString())
        .put("fields", fields.of(record))
        .put("entries", Json.items(entries))
        .build();
  }

  private static Json entry(LedgerEntry entry) {
    return Json.members()
        .put("id", entry.id())
        .put("seq", entry.seq())
        .put("kind", entry.entry().kind().name())
        .put("business_date", entry.entry().header().businessDate().toString())
        .put("author", entry.stamp().author())
        .put("role", entry.stamp().role().wire())
        .put("accepted_at", entry.stamp().at().toString())
        .put("attachments", Json.items(attachments(entry)))
        .build();
  }

  private static List<Json> attachments(LedgerEntry entry) {
    List<Json> items = new ArrayList<>();
    for (Attachment attachment : entry.entry().header().attachments()) {
      items.add(
          Json.members()
              .put("sha256", attachment.sha256())
              .put("bytes", attachment.bytes())
              .put("type", attachment.type())
              .put("role", attachment.role())
              .build());
    }
    return items;
  }

  /**
   * Whether the office had a signed copy erased that this entry brings, with the persons of the
   * entry or of the record that it is about. No other file is touched by a redaction.
   */
  private boolean isErased(LedgerEntry entry) {
    if (entry.entry().header().attachments().stream()
        .noneMatch(file -> file.role().equals(PaperReducer.SIGNED_COPY))) {
      return false;
    }
    String subject = entry.entry().subject();
    return ledger.listSubject(subject, Long.MAX_VALUE).stream()
        .filter(other -> other.entry() instanceof Redacted)
        .filter(other -> other.stamp().role().mayEditDocuments())
        .map(other -> other.entry().fields().text(Redacted.TARGET))
        .anyMatch(target -> target.equals(entry.id()) || target.equals(subject));
  }

  /** The files that belong to these records, each once, with what stands under it. */
  Map<String, EvidenceFile> files(List<String> ids) {
    Map<String, EvidenceFile> files = new LinkedHashMap<>();
    for (FoldedRecord record : records(ids)) {
      for (String id : record.entryIds()) {
        ledger
            .find(id)
            .ifPresent(
                entry ->
                    EvidenceFile.of(record, entry, isErased(entry))
                        .forEach(file -> files.putIfAbsent(file.attachment().sha256(), file)));
      }
    }
    return files;
  }
}
