package cn.anxun.core.ledger;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import java.time.LocalDate;

/**
 * An entry as it counts.
 *
 * @param source as it was said
 * @param fields corrected
 * @param date its business date, corrected
 * @param isProposal made by one who may not; without effect until someone who may says the same
 */
public record HistoryEntry(LedgerEntry source, Fields fields, LocalDate date, boolean isProposal) {

  public String id() {
    return source.id();
  }

  public Kind kind() {
    return source.entry().kind();
  }

  /** To tell the kinds apart; read values from {@link #fields}. */
  public Entry entry() {
    return source.entry();
  }
}
