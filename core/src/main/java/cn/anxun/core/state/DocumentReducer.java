package cn.anxun.core.state;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.TargetAdjusted;
import cn.anxun.core.ledger.Finding;
import cn.anxun.core.ledger.HistoryEntry;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.ledger.SubjectHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes of a document's history the revision that holds: the last in causal order by the office.
 * Business dates do not matter. An adjustment of targets stands beside the targets it adjusts.
 */
final class DocumentReducer {
  private static final String PREFIX = "doc/";

  private final SubjectHistory history;
  private final List<Finding> findings;

  DocumentReducer(SubjectHistory history) {
    this.history = history;
    this.findings = new ArrayList<>(history.findings());
  }

  /** Whether this is the name of a document. */
  static boolean isDocument(String subject) {
    return subject.startsWith(PREFIX);
  }

  /** The revision that holds; empty where the office made none. */
  Optional<DocumentRevision> reduce() {
    HistoryEntry revision = null;
    List<Fields> adjustments = new ArrayList<>();
    for (HistoryEntry entry : history.entries()) {
      Kind.Effect effect = entry.kind().effect();
      if (effect == Kind.Effect.AMENDS || entry.kind().recordType().equals(Kind.ANY)) {
        continue;
      }
      if (!isOf(entry.kind())) {
        findings.add(finding(Mark.WITHOUT_EFFECT, entry));
      } else if (entry.isProposal()) {
        findings.add(finding(Mark.PROPOSAL, entry));
      } else if (entry.kind() == TargetAdjusted.KIND) {
        adjustments.add(entry.fields());
      } else {
        revision = entry;
        adjustments.clear();
      }
    }
    return Optional.ofNullable(revision).map(last -> revision(last, adjustments));
  }

  /** What was noticed, once it is reduced. */
  List<Finding> findings() {
    return findings;
  }

  private DocumentRevision revision(HistoryEntry last, List<Fields> adjustments) {
    return new DocumentRevision(
        history.subject(), last.id(), last.source().seq(), last.date(), last.fields(), adjustments);
  }

  private boolean isOf(Kind kind) {
    String name = PREFIX + kind.recordType().replace('_', '-');
    return kind.effect() == Kind.Effect.DOCUMENT
        && (history.subject().equals(name) || history.subject().startsWith(name + "/"));
  }

  private static Finding finding(Mark mark, HistoryEntry entry) {
    return new Finding(mark, List.of(entry.id()), "");
  }
}
