package cn.anxun.app.record;

import androidx.annotation.WorkerThread;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.DocumentRow;
import cn.anxun.app.data.local.RecordTable;
import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.codelist.Units;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.GridsRevised;
import cn.anxun.core.inspection.Grids;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.sync.People;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads {@link Names}, anew only when the office's documents or what the server told changed. */
@Singleton
public final class NameBook {
  private static final List<String> DOCUMENTS =
      List.of(Documents.UNITS, Documents.DIVISIONS, Documents.GRIDS);

  private final RecordTable table;
  private final OfficeDocuments documents;
  private final Colleagues colleagues;
  private List<DocumentRow> revisions = List.of();
  private @Nullable Names read;

  @Inject
  NameBook(AnxunDatabase database, OfficeDocuments documents, Colleagues colleagues) {
    this.table = database.records();
    this.documents = documents;
    this.colleagues = colleagues;
  }

  /** What all is called on this day. */
  @WorkerThread
  public synchronized Names names(LocalDate day) {
    List<DocumentRow> held = new ArrayList<>();
    for (String subject : DOCUMENTS) {
      held.addAll(table.listDocumentParts(subject));
    }
    People people = colleagues.people();
    Names before = read;
    Names now =
        before != null && held.equals(revisions)
            ? new Names(before.units(), before.divisions(), before.grids(), people, day)
            : new Names(
                Units.of(documents.listParts(Documents.UNITS)),
                Divisions.of(documents.listParts(Documents.DIVISIONS)),
                grids(),
                people,
                day);
    revisions = held;
    read = now;
    return now;
  }

  private Map<String, String> grids() {
    Map<String, String> names = new HashMap<>();
    for (DocumentRevision part : documents.listParts(Documents.GRIDS)) {
      part.fields()
          .find(GridsRevised.DOCUMENT)
          .ifPresent(
              document ->
                  Grids.list(document).forEach(grid -> names.put(grid.code(), grid.name())));
    }
    return names;
  }
}
