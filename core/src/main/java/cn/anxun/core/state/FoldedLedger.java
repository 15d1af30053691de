package cn.anxun.core.state;

import cn.anxun.core.entry.Redacted;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A ledger as it is folded as of one day, subject by subject, and goes on as entries come: only the
 * subjects that these are about are folded again. {@link #state} is then the same as {@link
 * LedgerFold#fold} gives of the whole. After anything was thrown it is of no more use. Not safe for
 * several threads.
 */
public final class FoldedLedger {
  /** To ask for one subject takes as long as to pass over so many entries of others. */
  private static final int PASSED_OVER = 50;

  private final LedgerFold fold;
  private final LocalDate day;
  private final Map<String, FoldedSubject> subjects = new LinkedHashMap<>();
  private long seq;

  FoldedLedger(LedgerFold fold, LocalDate day) {
    this.fold = fold;
    this.day = day;
  }

  /** The last seq that is folded; 0 for none. */
  public long seq() {
    return seq;
  }

  /**
   * Folds what came after {@link #seq}.
   *
   * @param ledger the same as before, or a later look at it
   * @param upTo this seq is the last, at least {@link #seq}
   */
  public void goOn(LedgerView ledger, long upTo) {
    if (upTo < seq) {
      throw new IllegalArgumentException("folded to " + seq + " already, not to " + upTo);
    }
    Map<String, List<LedgerEntry>> come = come(ledger, upTo);
    if (seq > 0 && hasRedaction(come)) {
      // It may have erased a part of any entry that was folded before.
      subjects.clear();
      seq = 0;
      come = come(ledger, upTo);
    }
    Set<String> known = new HashSet<>(come.keySet());
    known.retainAll(subjects.keySet());
    for (String subject : known) {
      come.put(subject, List.of());
    }
    come.putAll(entries(ledger, known, upTo));
    Iterator<Map.Entry<String, List<LedgerEntry>>> each = come.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, List<LedgerEntry>> next = each.next();
      // What is folded is let go, so that entries and what they amount to are not all held at once.
      each.remove();
      put(next.getKey(), next.getValue(), upTo);
    }
    seq = upTo;
  }

  private void put(String subject, List<LedgerEntry> entries, long upTo) {
    subjects.put(subject, fold.foldAlone(subject, entries, new Cutoff(upTo, day)));
  }

  /** All entries of these subjects up to a seq; nothing of those that have none. */
  private static Map<String, List<LedgerEntry>> entries(
      LedgerView ledger, Set<String> subjects, long upTo) {
    Map<String, List<LedgerEntry>> entries = new HashMap<>();
    if (subjects.size() > upTo / PASSED_OVER) {
      ledger.scan(0, upTo, subjects::contains, entry -> add(entry, entries));
      return entries;
    }
    for (String subject : subjects) {
      List<LedgerEntry> own = ledger.listSubject(subject, upTo);
      if (!own.isEmpty()) {
        entries.put(subject, own);
      }
    }
    return entries;
  }

  private Map<String, List<LedgerEntry>> come(LedgerView ledger, long upTo) {
    Map<String, List<LedgerEntry>> come = new LinkedHashMap<>();
    ledger.scan(seq, upTo, entry -> add(entry, come));
    return come;
  }

  private static void add(LedgerEntry entry, Map<String, List<LedgerEntry>> bySubject) {
    bySubject.computeIfAbsent(entry.entry().subject(), subject -> new ArrayList<>(2)).add(entry);
  }

  private static boolean hasRedaction(Map<String, List<LedgerEntry>> come) {
    for (List<LedgerEntry> entries : come.values()) {
      for (LedgerEntry entry : entries) {
        if (entry.entry() instanceof Redacted) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The same as it was at an earlier seq; what nothing was said of since is not folded again.
   *
   * @param ledger as it was when this was folded, or a later look at it
   */
  public FoldedLedger at(LedgerView ledger, long earlier) {
    if (earlier > seq) {
      throw new IllegalArgumentException("folded to " + seq + " only, not to " + earlier);
    }
    FoldedLedger then = new FoldedLedger(fold, day);
    Set<String> later = new HashSet<>();
    subjects.forEach(
        (subject, folded) -> {
          if (folded.lastSeq() > earlier) {
            later.add(subject);
          }
        });
    Map<String, List<LedgerEntry>> entries = entries(ledger, later, earlier);
    subjects.forEach(
        (subject, folded) -> {
          List<LedgerEntry> own = entries.remove(subject);
          if (folded.lastSeq() <= earlier) {
            then.subjects.put(subject, folded);
          } else if (own != null) {
            then.put(subject, own, earlier);
          }
        });
    then.seq = earlier;
    return then;
  }

  /** The state as of {@link #seq} and the day. */
  public LedgerState state() {
    return new Folding(new Cutoff(seq, day), subjects).state();
  }
}
