package cn.anxun.server.yearend;

import cn.anxun.core.ledger.LedgerView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The seq of the first entry about each subject: a short name of it that never changes. */
final class FirstSeqs {
  private final Map<String, Long> seqs = new HashMap<>();
  private final Map<Long, String> subjects = new HashMap<>();

  /** Of all subjects up to this seq. */
  static FirstSeqs of(LedgerView ledger, long upTo) {
    FirstSeqs first = new FirstSeqs();
    ledger.scan(
        0,
        upTo,
        entry -> {
          String subject = entry.entry().subject();
          if (first.seqs.putIfAbsent(subject, entry.seq()) == null) {
            first.subjects.put(entry.seq(), subject);
          }
        });
    return first;
  }

  Optional<Long> find(String subject) {
    return Optional.ofNullable(seqs.get(subject));
  }

  /**
   * The subject whose first entry has this seq.
   *
   * @throws IllegalArgumentException where there is none
   */
  String subject(long seq) {
    String subject = subjects.get(seq);
    if (subject == null) {
      throw new IllegalArgumentException("no record begins with entry " + seq);
    }
    return subject;
  }
}
