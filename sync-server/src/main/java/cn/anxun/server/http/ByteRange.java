package cn.anxun.server.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Part of a file that a request wants (RFC 9110, section 14).
 *
 * @param from the first byte
 * @param until behind the last one
 */
record ByteRange(long from, long until) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** Whether the file has any of it. */
  boolean isSatisfiable() {
    return from < until;
  }

  /**
   * The one range that the header names. Empty for several, or for what is no range of bytes: then
   * the whole is answered, as the rule allows.
   */
  static Optional<ByteRange> parse(String header, long length) {
    Matcher range = ONE.matcher(header.strip());
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      long last = Math.min(length, Long.parseLong(range.group(2)));
      return Optional.of(new ByteRange(length - last, length));
    }
    long from = Long.parseLong(range.group(1));
    if (range.group(2).isEmpty()) {
      return Optional.of(new ByteRange(from, length));
    }
    long to = Long.parseLong(range.group(2));
    return to < from
        ? Optional.empty()
        : Optional.of(new ByteRange(from, Math.min(length, to + 1)));
  }
}
