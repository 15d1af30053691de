package cn.anxun.app.form;

import androidx.annotation.WorkerThread;
import cn.anxun.app.record.OfficeDocuments;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.codelist.Units;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.recordkind.RecordKindDefinition;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;

/** Reads the office's documents that forms offer values from, without folding the whole ledger. */
public final class FormReferences {
  private static final List<String> READ =
      List.of("doc/code-list", Documents.DIVISIONS, Documents.UNITS, "doc/record-kind");

  private final OfficeDocuments documents;
  private final Recorder recorder;

  @Inject
  FormReferences(OfficeDocuments documents, Recorder recorder) {
    this.documents = documents;
    this.recorder = recorder;
  }

  @WorkerThread
  public FormReference read() {
    Map<String, DocumentRevision> held = new LinkedHashMap<>();
    for (String subject : READ) {
      for (DocumentRevision part : documents.listParts(subject)) {
        held.put(part.subject(), part);
      }
    }
    LedgerState state =
        new LedgerState(
            Cutoff.latest(recorder.today()),
            Map.of(),
            held,
            Map.of(),
            List.of(),
            Collections.emptySet());
    return new FormReference(
        CodeLists.at(state),
        Divisions.at(state),
        Units.of(state.documentParts(Documents.UNITS)),
        RecordKindDefinition.at(state));
  }
}
