package cn.anxun.server.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What an answer must never be: a failure, silence, or words about the inside of the server. */
final class Judge {
  /** Answers of the protocol itself that are no failure: an unknown transfer, an old version. */
  private static final Set<Integer> OF_PROTOCOL = Set.of(501, 505);

  private static final List<String> INSIDE =
      List.of(
          "Exception",
          "cn.anxun",
          "\tat ",
          "at java",
          "java.lang",
          "java.util",
          "javax.",
          "jakarta.",
          "org.",
          "io.javalin",
          "jetty",
          "Jetty",
          "com.google",
          "SQLITE",
          "sqlite",
          ".java:",
          "Caused by",
          "Servlet",
          "/root/",
          "/tmp/",
          "<script>attempt");

  private final List<String> faults = new ArrayList<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private int inputs;
  private long slowest;
  private String slowestInput = "";

  void judge(String input, Draft draft, Answer answer) {
    inputs++;
    statuses.merge(answer.status(), 1, Integer::sum);
    if (answer.took().toMillis() > slowest) {
      slowest = answer.took().toMillis();
      slowestInput = input;
    }
    fault(draft, answer).ifPresent(fault -> faults.add(fault + ": " + input));
  }

  private static Optional<String> fault(Draft draft, Answer answer) {
    if (answer.hung()) {
      return Optional.of("hangs");
    }
    if (answer.status() == 0) {
      return Optional.of("no answer");
    }
    if (answer.status() >= 500 && !OF_PROTOCOL.contains(answer.status())) {
      return Optional.of(answer.status() + "");
    }
    if (answer.header("X-Attempt").isPresent()) {
      return Optional.of("a header of ours");
    }
    return answer.status() >= 400 ? ofRefusal(draft, answer) : Optional.empty();
  }

  private static Optional<String> ofRefusal(Draft draft, Answer answer) {
    String said = answer.head() + Visitor.utf8(answer.body());
    for (String inside : INSIDE) {
      if (said.contains(inside)) {
        int at = said.indexOf(inside);
        return Optional.of(
            answer.status()
                + " says "
                + said.substring(Math.max(0, at - 40), Math.min(said.length(), at + 60)));
      }
    }
    boolean inWords =
        answer.contentType().startsWith("application/problem+json")
            || answer.contentType().startsWith("text/html");
    boolean elsewhere = answer.header("HX-Redirect").isPresent();
    return inWords || elsewhere || draft.method().equals("HEAD")
        ? Optional.empty()
        : Optional.of(answer.status() + " in " + answer.contentType());
  }

  /** Something else that must not be. */
  void fault(String input, String what) {
    faults.add(what + ": " + input);
  }

  List<String> faults() {
    return faults;
  }

  String report() {
    return inputs
        + " inputs, answers "
        + statuses
        + ", slowest "
        + slowest
        + " ms ("
        + slowestInput
        + ")";
  }
}
