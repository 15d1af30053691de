package cn.anxun.server.hostile;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back over a connection of its own.
 *
 * @param status 0 where the connection ended without an answer
 * @param head the status line and the headers, as they came
 * @param body one char a byte
 * @param hung whether it had not ended when nobody wanted to wait any longer
 */
record Answer(int status, String head, String body, Duration took, boolean hung) {

  static Answer of(byte[] bytes, Duration took, boolean hung) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    while (all.startsWith("HTTP/1.1 100")) {
      all = all.substring(Math.min(all.length(), all.indexOf("\r\n\r\n") + 4));
    }
    int end = all.indexOf("\r\n\r\n");
    if (end < 0 || !all.startsWith("HTTP/1.1 ")) {
      return new Answer(0, all, "", took, hung);
    }
    int status = Integer.parseInt(all.substring(9, 12));
    Answer answer = new Answer(status, all.substring(0, end), all.substring(end + 4), took, hung);
    return answer.header("Transfer-Encoding").filter("chunked"::equals).isPresent()
        ? new Answer(status, answer.head, joined(answer.body), took, hung)
        : answer;
  }

  /** The chunks of a body, without what says how long each is. */
  private static String joined(String chunks) {
    StringBuilder body = new StringBuilder();
    int at = 0;
    for (int end = chunks.indexOf("\r\n"); end > at; end = chunks.indexOf("\r\n", at)) {
      int length = Integer.parseInt(chunks.substring(at, end), 16);
      int from = Math.min(chunks.length(), end + 2);
      body.append(chunks, from, Math.min(chunks.length(), from + length));
      at = Math.min(chunks.length(), from + length + 2);
    }
    return body.toString();
  }

  /** The value of a header; empty where there is none. */
  Optional<String> header(String name) {
    String sought = "\r\n" + name.toLowerCase(Locale.ROOT) + ":";
    int at = head.toLowerCase(Locale.ROOT).indexOf(sought);
    if (at < 0) {
      return Optional.empty();
    }
    int from = at + sought.length();
    int to = head.indexOf("\r\n", from);
    return Optional.of(head.substring(from, to < 0 ? head.length() : to).strip());
  }

  String contentType() {
    return header("Content-Type").orElse("");
  }
}
