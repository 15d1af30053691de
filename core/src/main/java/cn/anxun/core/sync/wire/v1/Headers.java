package cn.anxun.core.sync.wire.v1;

/** HTTP header fields of sync v1 beside the standard ones. */
public final class Headers {
  /**
   * The chain's head that the phone holds, {@code <seq>:<hash>} ({@link
   * cn.anxun.core.sync.Witness}); sent with requests that have a cursor, which says of which epoch
   * the head is.
   */
  public static final String HEAD = "Anxun-Head";

  /** Which app is asking ({@link cn.anxun.core.sync.AppVersion}); sent with every request. */
  public static final String APP = "Anxun-App";

  private Headers() {}
}
