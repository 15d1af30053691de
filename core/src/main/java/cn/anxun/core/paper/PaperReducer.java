package cn.anxun.core.paper;

import cn.anxun.core.entry.Attached;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.PaperNumbered;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.HistoryEntry;
import cn.anxun.core.ledger.RecordDraft;
import cn.anxun.core.ledger.RecordReducer;
import cn.anxun.core.ledger.Reduction;
import cn.anxun.core.ledger.SubjectHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reduces a paper. Besides what was said when it was issued the record has {@code state} (as {@link
 * PaperState}, voided ones being left out), its number where it came later, and {@code
 * signed_copy}: whether a picture of the hand-signed paper was attached.
 */
public final class PaperReducer implements RecordReducer {
  /** The role of an attachment that shows the hand-signed paper. */
  public static final String SIGNED_COPY = "signed-copy";

  private static final List<Field<?>> NUMBER =
      Arrays.asList(
          PaperIssued.PAPER_NO,
          PaperIssued.PAPER_YEAR,
          PaperIssued.PAPER_SERIAL,
          PaperIssued.BLOCK);

  @Override
  public Optional<Reduction> reduce(SubjectHistory history, Cutoff cutoff) {
    return RecordDraft.start(history, cutoff).map(draft -> finish(draft, history));
  }

  private static Reduction finish(RecordDraft draft, SubjectHistory history) {
    boolean numbered = !draft.opening().fields().text(PaperIssued.PAPER_NO).isEmpty();
    for (HistoryEntry step : draft.steps()) {
      if (step.kind() != PaperNumbered.KIND || numbered) {
        draft.withoutEffect(step);
      } else {
        for (Field<?> field : NUMBER) {
          draft.set(field.name(), step.fields().raw(field.name()));
        }
        numbered = true;
      }
    }
    boolean signedCopy = history.entries().stream().anyMatch(PaperReducer::isSignedCopy);
    return draft
        .set("state", state(draft.opening(), numbered).wire())
        .set("signed_copy", signedCopy)
        .finish();
  }

  /** A void paper keeps the number that it was given later. */
  static Fields numbered(Fields issued, SubjectHistory history) {
    if (issued.text(PaperIssued.PAPER_NO).isEmpty()) {
      for (HistoryEntry entry : history.entries()) {
        if (entry.kind() == PaperNumbered.KIND && !entry.isProposal()) {
          Fields.Builder fields = issued.toBuilder();
          NUMBER.forEach(field -> fields.raw(field.name(), entry.fields().raw(field.name())));
          return fields.build();
        }
      }
    }
    return issued;
  }

  private static PaperState state(HistoryEntry opening, boolean numbered) {
    boolean may =
        Paper.find(opening.fields().text(PaperIssued.PAPER))
            .map(paper -> paper.mayBeIssuedBy(opening.source().stamp().role()))
            .orElse(true);
    if (!may) {
      return PaperState.UNAUTHORIZED;
    }
    return numbered ? PaperState.ISSUED : PaperState.WAITING;
  }

  private static boolean isSignedCopy(HistoryEntry entry) {
    if (entry.kind() != Attached.KIND && entry.kind() != PaperIssued.KIND) {
      return false;
    }
    for (Attachment attachment : entry.entry().header().attachments()) {
      if (attachment.role().equals(SIGNED_COPY)) {
        return true;
      }
    }
    return false;
  }

  /** Papers that bear one number, each such number with its papers. */
  public static List<List<FoldedRecord>> listSharingNumbers(Collection<FoldedRecord> papers) {
    Map<String, List<FoldedRecord>> byNumber = new LinkedHashMap<>();
    for (FoldedRecord paper : papers) {
      Fields fields = paper.fields();
      String number = fields.text(PaperIssued.PAPER_NO);
      if (!number.isEmpty()) {
        byNumber
            .computeIfAbsent(
                fields.text(PaperIssued.PAPER) + ' ' + number, key -> new ArrayList<>())
            .add(paper);
      }
    }
    List<List<FoldedRecord>> shared = new ArrayList<>(byNumber.values());
    shared.removeIf(group -> group.size() < 2);
    return shared;
  }
}
