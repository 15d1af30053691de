package cn.anxun.core.sync;

/**
 * What the server holds of what an account may see, as far as a cursor.
 *
 * @param reset why the cursor does not fit any more; then the rest says nothing
 * @param seq the last one examined; entries after it are not in the digest
 * @param count how many entries
 * @param hash of them, see {@link LedgerDigest}
 */
public record ServerDigest(PullPage.Reset reset, long seq, long count, String hash) {

  public static ServerDigest at(long seq, LedgerDigest digest) {
    return new ServerDigest(PullPage.Reset.NONE, seq, digest.count(), digest.hash());
  }

  /** The answer to a cursor that does not fit. */
  public static ServerDigest outdated(PullPage.Reset reset) {
    return new ServerDigest(reset, 0, 0, "");
  }
}
