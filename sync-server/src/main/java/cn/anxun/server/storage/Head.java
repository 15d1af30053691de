package cn.anxun.server.storage;

/**
 * The end of a bureau's chain.
 *
 * @param seq the last entry's place, 0 for an empty ledger
 * @param hash 64 hexadecimal digits; of an empty ledger 64 zeros
 */
public record Head(long seq, String hash) {
  public static final Head EMPTY = new Head(0, "0".repeat(64));
}
