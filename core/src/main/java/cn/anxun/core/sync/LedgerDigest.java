package cn.anxun.core.sync;

import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.StampJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A digest of stamped entries, taken one by one in the order of seq, in constant memory:
 *
 * <pre>
 * H( for each: n ‖ H(public bytes) ‖ H(stamp) )
 * </pre>
 *
 * with SHA-256, and n, public bytes and stamp as the chain has them ({@code docs/sync-protocol.md},
 * section 7). Phone and server take it by this same class. The personal parts are not in it, for
 * they may be erased at any time.
 */
public final class LedgerDigest {
  private final MessageDigest all = sha256();
  private final MessageDigest one = sha256();
  private long count;
  private String hash = "";

  /**
   * Takes the next entry.
   *
   * @throws IllegalStateException after {@link #hash}
   */
  public void add(LedgerEntry entry) {
    if (!hash.isEmpty()) {
      throw new IllegalStateException("the digest is finished");
    }
    all.update(ByteBuffer.allocate(Long.BYTES).putLong(entry.seq()).array());
    all.update(one.digest(AcceptedEntries.openBytes(entry)));
    all.update(one.digest(StampJson.write(entry.stamp()).getBytes(StandardCharsets.UTF_8)));
    count++;
  }

  /** How many entries were taken. */
  public long count() {
    return count;
  }

  /** Ends the digest: 64 hexadecimal digits. */
  public String hash() {
    if (hash.isEmpty()) {
      hash = Hex.write(all.digest());
    }
    return hash;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
