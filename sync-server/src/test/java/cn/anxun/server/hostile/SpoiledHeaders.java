package cn.anxun.server.hostile;

import java.util.ArrayList;
import java.util.List;

/** The ways to spoil a request's headers, and its method. */
final class SpoiledHeaders {
  private static final List<String> NAMES =
      List.of(
          "Accept-Language",
          "If-None-Match",
          "If-Range",
          "If-Modified-Since",
          "Range",
          "Content-Encoding",
          "X-Forwarded-For",
          "X-HTTP-Method-Override",
          "HX-Request",
          "X-Unattended",
          "Anxun-Head",
          "Anxun-App",
          "Upload-Length",
          "Upload-Offset",
          "Upload-Metadata",
          "Upload-Checksum",
          "Tus-Resumable",
          "Expect",
          "Upgrade",
          "Accept",
          "Cookie",
          "Content-Type",
          "Authorization");

  private SpoiledHeaders() {}

  /** Values that no header of ours has. */
  static List<Spoiling> all() {
    List<Spoiling> all = new ArrayList<>();
    for (String name : NAMES) {
      for (String value :
          List.of(
              "-1",
              "99999999999999999999999",
              "bytes=0-0,-1,5-,99999999999999999999-,a-b",
              "W/\"\u00ff\";q=1e9,,,;=;",
              "\u00e5\u00ae\u0089\u00e5\u00b7\u00a1",
              "a b, c d, a ,=",
              "x".repeat(6_000))) {
        all.add(header(name + ": " + Spoilings.shown(value), name, value));
      }
    }
    all.add(header("bytes of control", "X-Odd", "a\u0001b\u007f"));
    all.add(header("zero", "X-Odd", "a\u0000b"));
    all.add(header("folded", "X-Odd", "a\r\n b"));
    all.add(header("no colon", "X-Odd", "a\r\nnonsense"));
    all.add(header("no name", "X-Odd", "a\r\n: x"));
    all.add(header("a name with a space", "X-Odd", "a\r\nContent Type: x"));
    all.add(header("very many", "X-Odd", "a" + "\r\nX-More: b".repeat(1_000)));
    all.add(header("very long", "X-Odd", "x".repeat(70_000)));
    all.add(header("no host", "Host", ""));
    all.add(header("a host that is none", "Host", "a b\"><script>attempt()"));
    all.add(header("two hosts", "Host", "localhost\r\nHost: elsewhere"));
    all.add(header("two lengths", Draft.LENGTH, "0\r\nContent-Length: 5"));
    all.add(header("a length below none", Draft.LENGTH, "-5"));
    all.add(header("a length beyond all", Draft.LENGTH, "99999999999999999999"));
    all.add(header("a length that is none", Draft.LENGTH, "five"));
    all.add(header("an unknown transfer", "Transfer-Encoding", "gzip"));
    all.add(header("chunks that are none", "Transfer-Encoding", "chunked"));
    all.add(
        header("cookies", "Cookie", "anxun_session=\u00ff; anxun_form=\"; =; a; anxun_language"));
    all.add(header("sessions", "Cookie", "anxun_session=a; ".repeat(300)));
    all.add(header("an empty bearer", "Authorization", "Bearer  "));
    all.add(header("a long bearer", "Authorization", "Bearer " + "a".repeat(5_000)));
    all.add(header("basic", "Authorization", "Basic YTpi"));
    for (String method :
        List.of("HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "get", "M\u00ff", "")) {
      all.add(
          Spoiling.ofAny("method " + Spoilings.shown(method), draft -> draft.withMethod(method)));
    }
    return all;
  }

  private static Spoiling header(String shown, String name, String value) {
    return Spoiling.ofAny("header " + shown, draft -> draft.with(name, value));
  }
}
