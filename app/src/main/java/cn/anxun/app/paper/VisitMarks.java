package cn.anxun.app.paper;

import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recording;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.state.LedgerFold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;

/**
 * What a visit itself says of its check record, by which visits are counted: that it was issued,
 * and that signing was refused. It is corrected with the paper, and set right when that is void.
 */
public final class VisitMarks {
  private final RoomPhoneStore store;
  private final Author author;

  @Inject
  public VisitMarks(RoomPhoneStore store, Author author) {
    this.store = store;
    this.author = author;
  }

  /** Within the transaction in which the paper is issued; only one's own visit is corrected. */
  void mark(Recording recording, PaperForm form, LocalDate today) {
    List<LedgerEntry> entries = store.listSubject(form.about(), Stamp.UNSENT);
    boolean own =
        !entries.isEmpty() && entries.get(0).entry().header().author().equals(author.account());
    if (form.paper() == Paper.CHECK_RECORD && own) {
      Fields visit =
          new LedgerFold()
              .foldSubject(store, form.about(), Cutoff.latest(today))
              .map(record -> record.fields())
              .orElse(Fields.NONE);
      set(recording, form, today, visit, Inspected.RECORD_ISSUED);
      if (form.refusal().refused()) {
        set(recording, form, today, visit, Inspected.REFUSED_TO_SIGN);
      }
    }
  }

  private static void set(
      Recording recording, PaperForm form, LocalDate today, Fields visit, Field<Boolean> flag) {
    if (!visit.is(flag)) {
      recording.correct(
          form.about(),
          form.about(),
          today,
          flag.name(),
          visit.raw(flag.name()),
          Json.TRUE,
          reason(form.paper(), form.id()));
    }
  }

  private static String reason(Paper paper, String id) {
    return paper.label() + ' ' + id;
  }

  /** The ids of the corrections that this paper made in its visit. */
  List<String> listOf(String visit, Paper paper, String id) {
    List<String> corrections = new ArrayList<>();
    for (LedgerEntry entry : store.listSubject(visit, Stamp.UNSENT)) {
      if (entry.entry() instanceof Corrected
          && entry.entry().fields().text(Corrected.REASON).equals(reason(paper, id))) {
        corrections.add(entry.id());
      }
    }
    return corrections;
  }
}
