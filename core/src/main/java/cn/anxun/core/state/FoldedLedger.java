package cn.anxun.core.state;

import cn.anxun.core.entry.Redacted;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A ledger as it is folded as of one day, subject by subject, and goes on as entries come: only the
 * subjects that these are about are folded again. {@link #state} is then the same as {@link
 * LedgerFold#fold} gives of the whole. After anything was thrown it is of no more use. Not safe for
 * several threads.
 */
public final class FoldedLedger {
  /** Subjects are asked for one by one where so small a part of the entries came since, */
  private static final int SMALL_PART = 10;

  /** or so few. */
  private static final int MANY = 500;

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
    if (isMuch(upTo - seq, seq)) {
      beginAgain();
    }
    Map<String, List<LedgerEntry>> come = come(ledger, upTo);
    if (seq > 0 && hasRedaction(come)) {
      // It may have erased a part of any entry that was folded before.
      beginAgain();
      come = come(ledger, upTo);
    }
    Iterator<Map.Entry<String, List<LedgerEntry>>> each = come.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, List<LedgerEntry>> next = each.next();
      // What is folded is let go: a large ledger and its state are never both held.
      each.remove();
      String subject = next.getKey();
      List<LedgerEntry> entries =
          subjects.containsKey(subject) ? ledger.listSubject(subject, upTo) : next.getValue();
      subjects.put(subject, fold.foldAlone(subject, entries, new Cutoff(upTo, day)));
    }
    seq = upTo;
  }

  private static boolean isMuch(long entries, long ofAll) {
    return entries > MANY && entries > ofAll / SMALL_PART;
  }

  private void beginAgain() {
    subjects.clear();
    seq = 0;
  }

  private Map<String, List<LedgerEntry>> come(LedgerView ledger, long upTo) {
    Map<String, List<LedgerEntry>> come = new LinkedHashMap<>();
    ledger.scan(
        seq,
        upTo,
        entry ->
            come.computeIfAbsent(entry.entry().subject(), subject -> new ArrayList<>(2))
                .add(entry));
    return come;
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
    if (isMuch(seq - earlier, earlier)) {
      then.goOn(ledger, earlier);
      return then;
    }
    subjects.forEach(
        (subject, folded) -> {
          if (folded.lastSeq() <= earlier) {
            then.subjects.put(subject, folded);
          } else {
            List<LedgerEntry> entries = ledger.listSubject(subject, earlier);
            if (!entries.isEmpty()) {
              then.subjects.put(
                  subject, fold.foldAlone(subject, entries, new Cutoff(earlier, day)));
            }
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
