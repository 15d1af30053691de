package cn.anxun.app.record;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.Transformations;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.DocumentRow;
import cn.anxun.app.data.local.RecordTable;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.ledger.SubjectHistory;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;

/** The office's documents as this phone knows them: code lists, divisions, hazard library, plan. */
public final class OfficeDocuments {
  private final RecordTable table;
  private final RoomPhoneStore store;

  @Inject
  public OfficeDocuments(AnxunDatabase database, RoomPhoneStore store) {
    this.table = database.records();
    this.store = store;
  }

  /** The revision that holds; empty where the office made none. */
  public Optional<DocumentRevision> find(String subject) {
    return LedgerFold.reduceDocument(
        SubjectHistory.of(subject, store.listSubject(subject, Stamp.UNSENT)));
  }

  /** The document and the parts it goes on in, in order; none where the office made none. */
  public List<DocumentRevision> listParts(String subject) {
    List<DocumentRevision> parts = new ArrayList<>();
    for (DocumentRow row : table.listDocumentParts(subject)) {
      find(row.subject()).ifPresent(parts::add);
    }
    return parts;
  }

  /** The id of the entry that made the revision in force, which changes with it; "" for none. */
  public LiveData<String> watchRevision(String subject) {
    return Transformations.map(
        table.watchDocument(subject), row -> row == null ? "" : row.entryId());
  }
}
