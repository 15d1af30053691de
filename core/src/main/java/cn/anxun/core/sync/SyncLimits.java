package cn.anxun.core.sync;

import java.time.Duration;

/** How much travels at once in sync v1. */
public final class SyncLimits {
  /** The most entries of one push. */
  public static final int BATCH_ENTRIES = 500;

  /** The most bytes of one push, inflated, its frame included. */
  public static final int BATCH_BYTES = 1 << 20;

  /** The most entries of one pulled page. */
  public static final int PAGE_ENTRIES = 500;

  /**
   * An entry of a kind that the server does not know is offered again after this; servers are not
   * updated more often.
   */
  public static final Duration DEFERRAL = Duration.ofHours(1);

  private SyncLimits() {}
}
