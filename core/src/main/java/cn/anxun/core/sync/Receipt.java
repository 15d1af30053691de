package cn.anxun.core.sync;

import cn.anxun.core.entry.EntryProblem;

/** The server's verdict on one pushed entry. Only a receipt for its id settles an entry. */
public sealed interface Receipt {
  String id();

  /**
   * Accepted, now or before.
   *
   * @param seq its place in the ledger
   * @param head the chain's head right after it, 64 hexadecimal digits; phones keep it as a
   *     witness. "" where the reply tells a further one instead
   * @param differs the id was accepted before with other bytes; the first are kept
   */
  record Accepted(String id, long seq, String head, boolean differs) implements Receipt {}

  /** Of a kind that this server does not know yet; stays pending on the phone. */
  record Deferred(String id) implements Receipt {}

  /**
   * Not acceptable; to be quarantined, mended under the same id and sent again. The id is "" where
   * it could not be read.
   */
  record Rejected(String id, EntryProblem problem) implements Receipt {}

  /**
   * From a revoked device: kept in the administrator's inbox until decided; to be treated as handed
   * over.
   */
  record Held(String id) implements Receipt {}
}
