package cn.anxun.server.hostile;

/**
 * Which inputs are tried: one in so many, the same ones each time. {@code -Danxun.hostile.share=1}
 * tries all, {@code -Danxun.hostile.seed=…} others.
 */
final class Share {
  private static final int SPREAD = 0x9E3779B1;
  private static final int SEED = Integer.getInteger("anxun.hostile.seed", 0);

  private final int oneIn;
  private int number;

  /**
   * @param usually one in so many where nothing else is asked for
   */
  Share(int usually) {
    this.oneIn = Integer.getInteger("anxun.hostile.share", usually);
  }

  /** Whether the next one is tried. */
  boolean takesNext() {
    return Math.floorMod(number++ * SPREAD, oneIn) == SEED % oneIn;
  }

  /** How many there were to choose from so far. */
  int number() {
    return number;
  }
}
