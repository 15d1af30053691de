package cn.anxun.app.record;

import androidx.annotation.WorkerThread;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.PapersRevised;
import cn.anxun.core.paper.PaperTemplates;
import javax.inject.Inject;

/** How the bureau words and numbers its papers, as this phone knows it. */
public final class PaperDocument {
  private final OfficeDocuments documents;

  @Inject
  public PaperDocument(OfficeDocuments documents) {
    this.documents = documents;
  }

  /** The office's, or those that ship. */
  @WorkerThread
  public PaperTemplates templates() {
    return PaperTemplates.of(
        documents
            .find(Documents.PAPERS)
            .flatMap(revision -> revision.fields().find(PapersRevised.DOCUMENT))
            .orElse(null));
  }
}
