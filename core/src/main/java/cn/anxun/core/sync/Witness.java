package cn.anxun.core.sync;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chain's head that a server once showed to a phone. Kept by the phone and told with every
 * request, so that a ledger whose tail was cut or rewritten is found out.
 *
 * @param seq the last entry's place, 0 for an empty ledger
 * @param hash 64 hexadecimal digits
 */
public record Witness(long seq, String hash) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

  /** Reads {@code <seq>:<hash>}, as {@link #toString()} writes it; empty for anything else. */
  public static Optional<Witness> parse(String header) {
    Matcher matcher = FORM.matcher(header);
    return matcher.matches()
        ? Optional.of(new Witness(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return seq + ":" + hash;
  }
}
