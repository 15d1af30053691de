package cn.anxun.core.ledger;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.WrittenEntry;

/** An entry, its bytes and its stamp. */
public record LedgerEntry(WrittenEntry written, Stamp stamp) {
  public Entry entry() {
    return written.entry();
  }

  public String id() {
    return entry().id();
  }

  public long seq() {
    return stamp.seq();
  }
}
