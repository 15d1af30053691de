package cn.anxun.core.ledger;

import java.time.Instant;

/**
 * What the server says of an entry as it accepts it. The fold reads only stamps, never what the
 * entry claims of its author.
 *
 * @param seq its place in the bureau's ledger, from 1, gapless in commit order; {@link #UNSENT} on
 *     the phone before its receipt
 * @param author the account whose token pushed it
 * @param role the account's role at that moment
 * @param at the server's clock at acceptance; the phone's own before
 */
public record Stamp(long seq, String author, Role role, String device, Instant at) {
  /** The seq of an entry that has no receipt yet; it sorts after all others. */
  public static final long UNSENT = Long.MAX_VALUE;

  /** The stamp a phone folds its own unsent entry with. */
  public static Stamp unsent(String author, Role role, String device, Instant at) {
    return new Stamp(UNSENT, author, role, device, at);
  }

  public boolean isUnsent() {
    return seq == UNSENT;
  }
}
