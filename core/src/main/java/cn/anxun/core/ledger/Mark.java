package cn.anxun.core.ledger;

/** Why a record, and each figure that counts it, should be looked at before it is relied on. */
public enum Mark {
  /** Two corrections of one field stand against each other; the earlier one counts. */
  CONFLICT,
  /** 需升级: an entry of a kind that this version does not know is about it. */
  UPGRADE_NEEDED,
  /** A correction or void made by one who may not awaits a decision. */
  PROPOSAL,
  /** A step came when it was not open any more; it stays as a fact without effect. */
  WITHOUT_EFFECT,
  /** An entry waits for a predecessor that has not arrived. */
  WAITING,
  /**
   * A unit's reported total overlaps the figure's period without lying within it, and is not
   * counted.
   */
  TALLY_OUTSIDE_PERIOD,
  /** Two reported totals of one unit cover some of the same days and things; both are counted. */
  TALLIES_OVERLAP
}
