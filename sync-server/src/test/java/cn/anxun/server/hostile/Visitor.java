package cn.anxun.server.hostile;

import cn.anxun.server.console.Crawl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Opens pages as a browser does that is logged in, redirects followed. */
final class Visitor {
  private static final int MOST_REDIRECTS = 5;

  private final RawHttp http;
  private final Asker asker;

  Visitor(RawHttp http, Asker asker) {
    this.http = http;
    this.asker = asker;
  }

  /** The answer at this address; its body as text. */
  Answer open(String address) throws IOException {
    Answer answer = ask(address);
    for (int i = 0; i < MOST_REDIRECTS && place(answer).isPresent(); i++) {
      answer = ask(place(answer).orElseThrow());
    }
    return answer;
  }

  /**
   * Opens everything that links lead to, from the first page on.
   *
   * @param ofEach how many addresses of a kind
   * @param seen is told each address and what was there
   */
  void crawl(int ofEach, BiConsumer<String, Answer> seen) throws Exception {
    Crawl.run(
        Crawl::question,
        ofEach,
        address -> {
          Answer answer = open(address);
          seen.accept(address, answer);
          return answer.contentType().startsWith("text/html") ? utf8(answer.body()) : "";
        });
  }

  private Answer ask(String address) throws IOException {
    String[] parts = address.split("\\?", 2);
    String query = parts.length > 1 ? latin(parts[1]) : "";
    return http.send(
        asker.ask(new Draft("GET", latin(parts[0]), query, Map.of(), new byte[0])).bytes());
  }

  private static Optional<String> place(Answer answer) {
    return answer.header("Location").filter(to -> to.startsWith("/"));
  }

  static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
