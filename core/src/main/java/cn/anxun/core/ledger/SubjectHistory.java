package cn.anxun.core.ledger;

import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Voided;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * All that was said of one subject, in causal order and with what corrections, voids and the rights
 * of their authors make of it. Dates are not looked at here: a reducer takes the steps up to its
 * day.
 *
 * @param opening the entry that made the record: the one whose id is the subject, else the first of
 *     its kind, by one who may record; empty for a document and while it has not arrived
 * @param isVoided whether the opening entry is voided, and with it the record
 * @param entries those that count, the opening and the amendments in force among them; also steps
 *     and documents that are proposals which nobody who may has followed by the same
 * @param findings of the order and the amendments
 */
public record SubjectHistory(
    String subject,
    Optional<HistoryEntry> opening,
    boolean isVoided,
    List<HistoryEntry> entries,
    List<Finding> findings) {

  public SubjectHistory {
    entries = Collections.unmodifiableList(new ArrayList<>(entries));
    findings = Collections.unmodifiableList(new ArrayList<>(findings));
  }

  /**
   * The history of a subject, from its entries up to a seq. Never throws, whatever the entries say.
   */
  public static SubjectHistory of(String subject, List<LedgerEntry> entries) {
    return new Amendments(subject, CausalOrder.of(entries)).history();
  }

  /** The last entry of this kind that counts. */
  public Optional<HistoryEntry> findLast(Kind kind) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (!entries.get(i).isProposal() && entries.get(i).kind() == kind) {
        return Optional.of(entries.get(i));
      }
    }
    return Optional.empty();
  }

  /**
   * The subject that this one was joined into: as the last such amendment says, else as the one of
   * which it was voided as a double.
   *
   * @param joins the kind of the amendment
   * @param into its field that names the other
   */
  public Optional<String> joinedInto(Kind joins, Field<String> into) {
    Optional<String> joined = findLast(joins).flatMap(entry -> entry.fields().find(into));
    return joined.isPresent() ? joined : duplicateOf();
  }

  /** The subject that stands for this one, where it was voided as its double. */
  private Optional<String> duplicateOf() {
    if (!isVoided || !opening.isPresent()) {
      return Optional.empty();
    }
    String opened = opening.get().id();
    for (HistoryEntry entry : entries) {
      Optional<String> standsFor = entry.fields().find(Voided.DUPLICATE_OF);
      if (entry.kind() == Voided.KIND
          && standsFor.isPresent()
          && entry.fields().text(Voided.TARGET).equals(opened)) {
        return standsFor;
      }
    }
    return Optional.empty();
  }
}
