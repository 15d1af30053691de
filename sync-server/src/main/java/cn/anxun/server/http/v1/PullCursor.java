package cn.anxun.server.http.v1;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a pull stands; opaque to phones.
 *
 * @param scope the version of what the account may see
 * @param seq the last one examined
 */
record PullCursor(String epoch, String scope, long seq) {
  private static final String VERSION = "1";

  /** Reads a cursor; empty where it is not one of ours, or of another version. */
  static Optional<PullCursor> parse(String cursor) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
      return parts.length == 4 && parts[0].equals(VERSION)
          ? Optional.of(new PullCursor(parts[1], parts[2], Long.parseLong(parts[3])))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    String text = VERSION + ' ' + epoch + ' ' + scope + ' ' + seq;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
