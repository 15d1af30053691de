package cn.anxun.server.simulation;

/** What must hold when everything has healed. */
public enum Promise {
  /** Whatever somebody saw saved is on the phone still. */
  STAYS_ON_THE_PHONE,

  /** It is in the ledger, or put aside with a reason, or its phone was withdrawn. */
  REACHES_THE_LEDGER,

  /** The ledger has it in the bytes in which it was saved. */
  KEEPS_ITS_BYTES,

  /** No entry is in the ledger twice. */
  COUNTS_ONCE,

  /** The ledger's seqs have no gap. */
  NO_GAP,

  /** A phone holds what the ledger holds. */
  SAME_LEDGER,

  /** Figures are what counting by hand gives. */
  FIGURES_ARE_RIGHT,

  /** Nothing waits on a phone that could be sent. */
  NOTHING_WAITS,

  /** Syncs come to an end. */
  SYNCS_END
}
