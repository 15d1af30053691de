package cn.anxun.server.verify;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.json.JsonMembers;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.server.storage.EntryChain;
import cn.anxun.server.storage.EntryParts;
import cn.anxun.server.storage.StampText;
import cn.anxun.server.storage.StoredEntry;
import cn.anxun.server.storage.StoredLedger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks the rows in the order of seq and computes every hash again. After a row whose head is wrong
 * it goes on from the head that the row has, so that each finding names the row that is wrong.
 */
final class ChainWalk {
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Long> erased = new LinkedHashMap<>();
  private final Set<String> redactions = new LinkedHashSet<>();
  private long last;
  private byte[] head = EntryChain.start();

  void take(StoredEntry row) {
    if (row.seq() != last + 1) {
      findings.add(Finding.of(Finding.Type.SEQ_GAP, last + 1, row.seq()));
    }
    last = row.seq();
    if (isOpenIntact(row)) {
      read(row);
    }
    checkPersonal(row);
    byte[] next = EntryChain.next(head, row.seq(), row.openHash(), row.personalHash(), row.stamp());
    if (!Arrays.equals(next, row.head())) {
      findings.add(Finding.of(Finding.Type.HEAD_DIFFERS, row.seq(), row.id()));
    }
    head = row.head();
  }

  private boolean isOpenIntact(StoredEntry row) {
    boolean intact = Arrays.equals(EntryChain.openHash(row.parts().open()), row.openHash());
    if (!intact) {
      findings.add(Finding.of(Finding.Type.OPEN_CHANGED, row.seq(), row.id()));
    }
    return intact;
  }

  private void read(StoredEntry row) {
    Entry entry;
    Stamp stamp;
    try {
      entry = EntryJson.read(row.parts().bytes()).entry();
      stamp = StampText.read(row.seq(), row.stamp());
    } catch (EntryRejectedException | RuntimeException e) {
      findings.add(Finding.of(Finding.Type.UNREADABLE, row.seq(), String.valueOf(e.getMessage())));
      return;
    }
    compare(row, "id", row.id(), entry.id());
    compare(row, "subject", row.subject(), entry.subject());
    compare(row, "kind", row.kind(), entry.kind().name());
    compare(row, "personal_at", row.parts().personalAt(), personalAt(row.parts()));
    if (entry instanceof Redacted && stamp.role().mayEditDocuments()) {
      redactions.add(entry.fields().text(Redacted.TARGET));
    }
  }

  /**
   * Where the personal part stands by the bytes; its null is left out of account where there is
   * none.
   */
  private static int personalAt(EntryParts parts) {
    if (parts.personalAt() == EntryParts.NONE) {
      return EntryParts.of(parts.open()).personalAt();
    }
    JsonMembers.Span span = JsonMembers.ofObject(parts.open()).get("personal");
    return span == null ? EntryParts.NONE : span.from();
  }

  private void compare(StoredEntry row, String column, Object says, Object bytesSay) {
    if (!says.equals(bytesSay)) {
      findings.add(
          Finding.of(
              Finding.Type.COLUMN_DIFFERS,
              row.seq(),
              column,
              String.valueOf(says),
              String.valueOf(bytesSay)));
    }
  }

  private void checkPersonal(StoredEntry row) {
    byte[] personal = row.parts().personal();
    byte[] salt = row.salt();
    if (row.parts().isRedacted()) {
      erased.put(row.id(), row.seq());
    } else if (personal == null || salt == null) {
      check(row, EntryChain.noPersonalHash());
    } else {
      check(row, EntryChain.personalHash(salt, personal));
    }
  }

  private void check(StoredEntry row, byte[] personalHash) {
    if (!Arrays.equals(personalHash, row.personalHash())) {
      findings.add(Finding.of(Finding.Type.PERSONAL_CHANGED, row.seq(), row.id()));
    }
  }

  /** The last row's seq; 0 where there was none. */
  long last() {
    return last;
  }

  /**
   * Everything found, once all rows were taken.
   *
   * @param ledger what was walked
   */
  List<Finding> findings(StoredLedger ledger) {
    List<Finding> all = new ArrayList<>(findings);
    erased.forEach(
        (id, seq) -> {
          if (!redactions.contains(id)) {
            all.add(Finding.of(Finding.Type.PERSONAL_MISSING, seq, id));
          }
        });
    for (String id : redactions) {
      ledger
          .findStored(id)
          .filter(row -> row.parts().personal() != null)
          .ifPresent(row -> all.add(Finding.of(Finding.Type.PERSONAL_KEPT, row.seq(), id)));
    }
    return all;
  }
}
