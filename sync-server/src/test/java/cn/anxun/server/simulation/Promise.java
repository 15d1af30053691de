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

  /** The ledger holds nothing that nobody saved, nor by another than who saved it. */
  NOTHING_INVENTED,

  /** What a person refused in the inbox does not count. */
  REFUSED_IS_NOT_COUNTED,

  /** What is put aside says why. */
  SAYS_WHY,

  /** The server's own examination of its data finds nothing. */
  VERIFIES,

  /** A phone holds what the ledger holds. */
  SAME_LEDGER,

  /** Figures are what counting by hand gives. */
  FIGURES_ARE_RIGHT,

  /** What was asked at a cut-off has the same answer when it is asked again. */
  SAME_WHEN_ASKED_AGAIN,

  /** Nothing waits on a phone that could be sent. */
  NOTHING_WAITS,

  /** Nothing good is put aside for what the network did to it. */
  NONE_IS_BLAMED,

  /** Syncs come to an end. */
  SYNCS_END
}
