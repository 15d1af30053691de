package cn.anxun.server.scope;

import cn.anxun.core.ledger.LedgerView;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The index of each bureau, made when first asked for. Safe for several threads. */
public final class SubjectIndexes {
  private final Map<String, SubjectIndex> indexes = new ConcurrentHashMap<>();

  /** The index of this bureau, whose ledger this is. */
  public SubjectIndex of(String bureau, LedgerView ledger) {
    return indexes.computeIfAbsent(bureau, name -> new SubjectIndex(ledger));
  }
}
