package cn.anxun.app.feature.inspection;

import cn.anxun.app.record.OfficeDocuments;
import cn.anxun.core.checklist.Checklists;
import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.hazardlibrary.HazardLibrary;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.inject.Inject;

/** The office's lists as this phone has them: the shipped ones with its revisions. */
final class OfficeReference implements ReferenceSource {
  private final OfficeDocuments documents;

  @Inject
  OfficeReference(OfficeDocuments documents) {
    this.documents = documents;
  }

  @Override
  public Reference load() {
    Map<String, DocumentRevision> revisions = new LinkedHashMap<>();
    for (CodeList list : CodeLists.shipped().list()) {
      String subject = Documents.codeList(list.name());
      documents.find(subject).ifPresent(revision -> revisions.put(subject, revision));
    }
    for (DocumentRevision part : documents.listParts(Documents.HAZARD_LIBRARY)) {
      revisions.put(part.subject(), part);
    }
    LedgerState state =
        new LedgerState(
            Cutoff.latest(LocalDate.MAX), Map.of(), revisions, Map.of(), List.of(), Set.of());
    return new Reference(CodeLists.at(state), HazardLibrary.at(state), Checklists.at(state));
  }
}
