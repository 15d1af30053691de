package cn.anxun.core.sync;

/** Where an entry of one's own stands on its way to the server. */
public enum OutboxState {
  /** To be sent. */
  PENDING,
  /** 撤回: taken back by its author before it was ever sent; kept, but neither counted nor sent. */
  WITHDRAWN,
  /**
   * Not taken by the server; waits to be mended under its own id. It counts on this phone as any
   * unsent entry.
   */
  QUARANTINED,
  /**
   * Handed over into the inbox for revoked devices; an administrator decides, or it is offered
   * again when the phone is served again.
   */
  HELD,
  /** In the server's ledger. */
  ACCEPTED,
  /**
   * The server holds other bytes under this id, and those count; ours are kept here to be looked
   * at.
   */
  DIFFERS;

  /**
   * Whether it stays in the phone's ledger when what was pulled is dropped: the server's ledger
   * does not hold it.
   */
  public boolean isUnsent() {
    return this == PENDING || this == QUARANTINED || this == HELD;
  }
}
