package cn.anxun.core.paper;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.HistoryEntry;
import cn.anxun.core.ledger.SubjectHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it stands, voided ones too.
 *
 * @param id the subject
 * @param fields as {@link PaperReducer} makes them
 * @param device that pushed it, "" where it is not known
 * @param voidReason why it is void, else ""
 * @param voidedOn the day of the void; null where it is not void
 */
public record PaperRecord(
    String id,
    LocalDate date,
    PaperState state,
    Fields fields,
    String author,
    String device,
    String voidReason,
    @Nullable LocalDate voidedOn) {

  /** One that is not void. */
  public PaperRecord(
      String id,
      LocalDate date,
      PaperState state,
      Fields fields,
      String author,
      String device,
      String voidReason) {
    this(id, date, state, fields, author, device, voidReason, null);
  }

  /** The paper of this folded record; empty for a record of another type. */
  public static Optional<PaperRecord> of(FoldedRecord record) {
    if (!record.type().equals(PaperIssued.KIND.recordType())) {
      return Optional.empty();
    }
    return Optional.of(
        new PaperRecord(
            record.subject(), record.date(), state(record), record.fields(), "", "", ""));
  }

  /** The paper of this history, void or not; empty where none was issued by it. */
  public static Optional<PaperRecord> of(SubjectHistory history) {
    HistoryEntry opening = history.opening().orElse(null);
    if (opening == null || opening.kind() != PaperIssued.KIND) {
      return Optional.empty();
    }
    String author = opening.source().stamp().author();
    String device = opening.source().stamp().device();
    if (history.isVoided()) {
      return Optional.of(
          new PaperRecord(
              history.subject(),
              opening.date(),
              PaperState.VOID,
              PaperReducer.numbered(opening.fields(), history),
              author,
              device,
              voidReason(history, opening.id()),
              voidedOn(history, opening.id())));
    }
    return new PaperReducer()
        .reduce(history, new Cutoff(Long.MAX_VALUE, LocalDate.MAX))
        .map(
            reduction ->
                new PaperRecord(
                    history.subject(),
                    opening.date(),
                    state(reduction.record()),
                    reduction.record().fields(),
                    author,
                    device,
                    ""));
  }

  private static PaperState state(FoldedRecord record) {
    String wire = record.value("state") instanceof Json.Text text ? text.value() : "";
    for (PaperState state : PaperState.values()) {
      if (state.wire().equals(wire)) {
        return state;
      }
    }
    return PaperState.WAITING;
  }

  private static String voidReason(SubjectHistory history, String target) {
    HistoryEntry last = lastVoid(history, target);
    return last == null ? "" : last.fields().text(Voided.REASON);
  }

  private static @Nullable LocalDate voidedOn(SubjectHistory history, String target) {
    HistoryEntry last = lastVoid(history, target);
    return last == null ? null : last.date();
  }

  private static @Nullable HistoryEntry lastVoid(SubjectHistory history, String target) {
    HistoryEntry last = null;
    for (HistoryEntry entry : history.entries()) {
      if (entry.kind() == Voided.KIND && entry.fields().text(Voided.TARGET).equals(target)) {
        last = entry;
      }
    }
    return last;
  }

  /** Which paper it is; empty for one that this version does not know. */
  public Optional<Paper> paper() {
    return Paper.find(fields.text(PaperIssued.PAPER));
  }

  /** Its number as printed, "" while 待编号. */
  public String number() {
    return fields.text(PaperIssued.PAPER_NO);
  }

  public PaperContents contents() {
    return PaperContents.of(fields.raw(PaperIssued.CONTENTS.name()));
  }

  /** The visit at which it was issued, "" where there was none. */
  public String visit() {
    return fields.text(PaperIssued.INSPECTION);
  }

  public String site() {
    return fields.text(RecordFields.SITE);
  }

  /** The order that it answers, else "". */
  public String answers() {
    return fields.text(PaperIssued.ANSWERS);
  }

  /** None where they were erased. */
  public List<Officer> officers() {
    return Officer.list(fields.raw(PaperIssued.OFFICERS.name()));
  }

  /** None where nobody signed on the screen, or where they were erased. */
  public List<Signature> signatures() {
    return Signature.list(fields.raw(PaperIssued.SIGNATURES.name()));
  }
}
