package cn.anxun.core.state;

import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ledger folded at a cut-off.
 *
 * @param records by type, those that count: voided, merged and joined ones are left out; each list
 *     in the order of date, then subject
 * @param documents by subject, the revision that holds
 * @param sites for every site that was merged into another, the one that stands for it
 * @param notices what a supervisor should look at
 * @param marks what holds for the whole ledger, such as an unknown kind whose record type cannot be
 *     told
 */
public record LedgerState(
    Cutoff cutoff,
    Map<String, List<FoldedRecord>> records,
    Map<String, DocumentRevision> documents,
    Map<String, String> sites,
    List<Notice> notices,
    Set<Mark> marks) {

  public LedgerState {
    records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
    documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
    sites = Collections.unmodifiableMap(new LinkedHashMap<>(sites));
    notices = Collections.unmodifiableList(new ArrayList<>(notices));
    marks = Collections.unmodifiableSet(new LinkedHashSet<>(marks));
  }

  /** The records of a type; none for a type that has none. */
  public List<FoldedRecord> list(String type) {
    return records.getOrDefault(type, List.of());
  }

  public Optional<DocumentRevision> document(String subject) {
    return Optional.ofNullable(documents.get(subject));
  }

  /**
   * The revisions of a document and of the parts it goes on in under {@code <subject>/2} and so on,
   * in the order of the state; none where there is no such document.
   */
  public List<DocumentRevision> documentParts(String subject) {
    List<DocumentRevision> parts = new ArrayList<>();
    for (Map.Entry<String, DocumentRevision> document : documents.entrySet()) {
      String name = document.getKey();
      if (name.equals(subject) || name.startsWith(subject + '/')) {
        parts.add(document.getValue());
      }
    }
    return parts;
  }

  /** The site that stands for this one, which is itself unless it was merged. */
  public String site(String subject) {
    return sites.getOrDefault(subject, subject);
  }
}
