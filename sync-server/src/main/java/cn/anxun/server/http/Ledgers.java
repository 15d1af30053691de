package cn.anxun.server.http;

import cn.anxun.server.storage.BureauLedger;

/** Finds the open ledger of a bureau. */
@FunctionalInterface
public interface Ledgers {

  /** The ledger of this bureau, which exists in the directory; made if it has no entries yet. */
  BureauLedger get(String bureau);
}
