package cn.anxun.core.ledger;

import java.time.LocalDate;

/**
 * As of when a figure answers: steps count if their seq is at most {@code seq} and their business
 * date at most {@code date}; corrections and voids if their seq is; deadlines are compared with
 * {@code date}. Asked again, the answer is the same for ever.
 */
public record Cutoff(long seq, LocalDate date) {
  /** Everything that is held, unsent entries too, as of this day. */
  public static Cutoff latest(LocalDate date) {
    return new Cutoff(Stamp.UNSENT, date);
  }
}
