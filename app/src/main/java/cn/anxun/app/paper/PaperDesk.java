package cn.anxun.app.paper;

import androidx.annotation.WorkerThread;
import cn.anxun.app.data.local.PaperNumbers;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.Attached;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.PaperNumbered;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
import cn.anxun.core.paper.PaperTemplates;
import cn.anxun.core.paper.Signature;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;

/**
 * Issues papers. A number is taken in the transaction in which its paper is kept: never without a
 * paper, never for two, and never again.
 */
public final class PaperDesk {
  private final RoomPhoneStore store;
  private final Recorder recorder;
  private final PaperNumbers numbers;
  private final PaperBook book;
  private final Author author;

  @Inject
  PaperDesk(
      RoomPhoneStore store,
      Recorder recorder,
      PaperNumbers numbers,
      PaperBook book,
      Author author) {
    this.store = store;
    this.recorder = recorder;
    this.numbers = numbers;
    this.book = book;
    this.author = author;
  }

  /**
   * Issues the paper, with a number where there is one; issued already, it stays as it is.
   *
   * @throws RecordRejectedException where it is not acceptable; nothing was kept
   * @throws cn.anxun.app.data.local.StoreException where the disk would not; nothing was kept
   */
  @WorkerThread
  public void issue(PaperForm form) throws RecordRejectedException {
    if (store.findOwn(form.id()).isPresent()) {
      return;
    }
    PaperTemplates templates = book.templates();
    Fields written = fields(form);
    LocalDate today = recorder.today();
    recorder.recordTogether(
        recording -> {
          recording.open(
              form.id(),
              PaperIssued.KIND,
              today,
              numbered(written, form, templates, today.getYear()),
              List.of());
          numbers.issued(form.id(), form.paper().key(), form.about());
          book.remember(form.answers().officers());
        });
  }

  /** What the paper says, without its number. */
  @WorkerThread
  public Fields fields(PaperForm form) {
    Fields.Builder fields = book.draft(form).fields().toBuilder();
    if (form.refusal().refused()) {
      fields.set(PaperIssued.REFUSED_TO_SIGN, true);
      set(fields, PaperIssued.REFUSAL_REASON.name(), form.refusal().reason());
      set(fields, PaperIssued.WITNESS.name(), form.refusal().witness());
    }
    List<Signature> signatures = form.valid();
    if (!signatures.isEmpty()) {
      fields.set(PaperIssued.SIGNATURES, Signature.write(signatures));
    }
    return fields.build();
  }

  private Fields numbered(Fields written, PaperForm form, PaperTemplates templates, int year) {
    Fields.Builder fields = written.toBuilder();
    if (templates.get(form.paper()).external()) {
      set(fields, PaperIssued.PAPER_NO.name(), form.number());
    } else {
      numbers
          .take(author.device(), form.paper().key(), year)
          .ifPresent(taken -> put(fields, taken, templates, form.paper()));
    }
    return fields.build();
  }

  private static void put(
      Fields.Builder fields, PaperNumbers.Taken taken, PaperTemplates templates, Paper paper) {
    fields.set(PaperIssued.PAPER_NO, templates.number(paper, taken.year(), taken.serial()));
    fields.set(PaperIssued.PAPER_YEAR, (long) taken.year());
    fields.set(PaperIssued.PAPER_SERIAL, taken.serial());
    fields.set(PaperIssued.BLOCK, taken.block());
  }

  /**
   * Whether 待编号 can be ended on this phone now: a number is left, and the paper was never begun to
   * be sent, for then the server numbers it.
   */
  @WorkerThread
  public boolean canNumber(PaperRecord paper) {
    return paper.state() == PaperState.WAITING
        && store.findOwn(paper.id()).filter(own -> !own.attempted()).isPresent()
        && paper
            .paper()
            .filter(
                kind ->
                    !book.templates().get(kind).external()
                        && numbers.left(author.device(), kind.key(), paper.date().getYear()) > 0)
            .isPresent();
  }

  /** Gives a number to a paper of this phone that has none; false where none is left. */
  @WorkerThread
  public boolean number(PaperRecord paper) throws RecordRejectedException {
    PaperTemplates templates = book.templates();
    boolean[] done = {false};
    recorder.recordTogether(
        recording -> {
          Optional<Paper> kind = paper.paper();
          boolean waits = book.find(paper.id()).filter(this::canNumber).isPresent();
          if (kind.isPresent() && waits) {
            numbers
                .take(author.device(), kind.get().key(), paper.date().getYear())
                .ifPresent(
                    taken -> {
                      Fields.Builder fields = Fields.builder();
                      put(fields, taken, templates, kind.get());
                      recording.step(
                          PaperNumbered.KIND, paper.id(), recorder.today(), fields.build());
                      done[0] = true;
                    });
          }
        });
    return done[0];
  }

  /**
   * 撤回 or 作废. A paper without a number that was never sent is gone as if it had not been said; any
   * other is voided with the reason, and its number stays spent.
   */
  @WorkerThread
  public void annul(PaperRecord paper, String reason) throws RecordRejectedException {
    boolean gone = paper.number().isEmpty() && recorder.withdraw(paper.id());
    if (!gone) {
      recorder.recordTogether(
          recording -> recording.voidEntry(paper.id(), paper.id(), recorder.today(), reason));
    }
  }

  /** The picture of the hand-signed paper, as its signed copy; the same one again adds nothing. */
  @WorkerThread
  public void attach(PaperRecord paper, Attachment picture) throws RecordRejectedException {
    recorder.recordTogether(
        recording -> {
          if (!holds(paper.id(), picture)) {
            recording.step(
                Attached.KIND, paper.id(), recorder.today(), Fields.NONE, List.of(picture));
          }
        });
  }

  private boolean holds(String paper, Attachment picture) {
    for (LedgerEntry entry : store.listSubject(paper, Stamp.UNSENT)) {
      for (Attachment attachment : entry.entry().header().attachments()) {
        if (attachment.sha256().equals(picture.sha256())) {
          return true;
        }
      }
    }
    return false;
  }

  private static void set(Fields.Builder fields, String name, String value) {
    if (!value.trim().isEmpty()) {
      fields.raw(name, cn.anxun.core.json.Json.of(value.trim()));
    }
  }
}
