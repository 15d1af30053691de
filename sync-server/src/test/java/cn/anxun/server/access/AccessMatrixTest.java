package cn.anxun.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every route × everybody who may ask × what of: the own bureau's, another bureau's, and what does
 * not exist. What is refused changes nothing, and is refused alike whether the thing exists or not;
 * of another bureau's things everybody is told what they are told of none. Whoever may read
 * something of the own bureau gets it.
 */
final class AccessMatrixTest {
  private static final String MISSING = "missing";
  private static final Path TABLE = Path.of("../docs/access.md");

  /** What nobody has here, and which test has it: an offered app, drafts, frozen targets. */
  private static final Map<String, String> SHOWN_ELSEWHERE =
      Map.of(
          "GET /api/v1/app", "HandoutTest",
          "GET /app/anxun.apk", "HandoutTest",
          "GET /forms/{key}/tie/{draft}", "TiePagesTest",
          "GET /import/{id}", "ImportPagesTest",
          "GET /import/{id}/problems", "ImportPagesTest",
          "GET /targets/{key}/{row}", "EntryPagesTest");

  /** What a form may hold that does something. */
  private static final Map<String, String> TYPED =
      Map.of(
          "year",
          "2026",
          "name",
          "x",
          "role",
          "office",
          "decision",
          "accept",
          "reason",
          "x",
          "value",
          "x");

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final Map<String, Need> needs = Routes.read().needs();
  private final List<String> wrong = new ArrayList<>();
  private int cells;

  @Test
  void everyRoute_isOpenToThoseAlone_whoMay() throws Exception {
    try (TwoBureaus bureaus = TwoBureaus.open()) {
      List<String> served = Routes.served(bureaus.running().server().routes());
      assertThat(new TreeSet<>(served))
          .as("every route stands in access/routes.txt with what it asks for")
          .isEqualTo(new TreeSet<>(needs.keySet()));
      String before = bureaus.standing();
      for (Caller caller : bureaus.callers()) {
        refusals(bureaus, caller);
      }
      assertThat(wrong).isEmpty();
      assertThat(bureaus.standing()).as("after all that was refused").isEqualTo(before);
      for (Caller caller : bureaus.callers()) {
        others(bureaus, caller);
      }
      assertThat(wrong).isEmpty();
      assertThat(bureaus.standing())
          .as("after the other bureau's was asked about")
          .isEqualTo(before);
      for (Caller caller : bureaus.callers()) {
        answers(bureaus, caller);
      }
      assertThat(wrong).isEmpty();
      for (Caller caller : bureaus.callers()) {
        permissions(bureaus, caller);
      }
      assertThat(wrong).isEmpty();
      assertThatDocumentSays(AccessTable.of(needs, cells, served.size(), bureaus.callers().size()));
    }
  }

  private static void assertThatDocumentSays(String table) throws IOException {
    if (Boolean.getBoolean("access.write")) {
      Files.writeString(TABLE, table);
    }
    assertThat(Files.readString(TABLE))
        .as("docs/access.md is written by -Daccess.write=true")
        .isEqualTo(table);
  }

  /** All that this caller may not: about nothing, the own bureau's and the other's. */
  private void refusals(TwoBureaus bureaus, Caller caller) throws Exception {
    for (Map.Entry<String, Need> route : needs.entrySet()) {
      Outcome expected = route.getValue().of(caller, method(route.getKey()));
      if (expected == Outcome.ANSWERED) {
        continue;
      }
      String told = check(bureaus, caller, route.getKey(), MISSING, expected);
      for (String bureau : Address.bureaus(route.getKey())) {
        String other = check(bureaus, caller, route.getKey(), bureau, expected);
        if (!other.equals(told)) {
          wrong.add(
              caller.name()
                  + " is told what exists: "
                  + route.getKey()
                  + ' '
                  + difference(other, told));
        }
      }
    }
  }

  /** What this caller may, about the other bureau's and about nothing. */
  private void others(TwoBureaus bureaus, Caller caller) throws Exception {
    for (Map.Entry<String, Need> route : needs.entrySet()) {
      if (Address.bureaus(route.getKey()).isEmpty() || !isLetIn(route, caller)) {
        continue;
      }
      String told = check(bureaus, caller, route.getKey(), MISSING, Outcome.ANSWERED);
      String other = check(bureaus, caller, route.getKey(), TwoBureaus.OTHER, Outcome.ANSWERED);
      // An administrator of both may know of both.
      if (!other.equals(told) && !caller.overAll()) {
        wrong.add(
            caller.name()
                + " is told of the other bureau: "
                + route.getKey()
                + ' '
                + difference(other, told));
      }
    }
  }

  /** What else this caller may. Nobody gets a session for nothing. */
  private void answers(TwoBureaus bureaus, Caller caller) throws Exception {
    for (Map.Entry<String, Need> route : needs.entrySet()) {
      if (!Address.bureaus(route.getKey()).isEmpty() || !isLetIn(route, caller)) {
        continue;
      }
      if (route.getValue() != Need.DOOR) {
        check(bureaus, caller, route.getKey(), MISSING, Outcome.ANSWERED);
      } else if (caller.kind() == Caller.Kind.NOBODY) {
        cells++;
        HttpResponse<String> answer = ask(bureaus, caller, route.getKey(), Address.NO_SUCH);
        assertThat(answer.headers().allValues("Set-Cookie").toString())
            .as(route.getKey())
            .doesNotContainPattern("anxun_session=[^;]");
        assertThat(answer.statusCode()).as(route.getKey()).isLessThan(500);
      }
    }
  }

  /** All that this caller may read of the own bureau is there; pages for browsers alone. */
  private void permissions(TwoBureaus bureaus, Caller caller) throws Exception {
    boolean browses = caller.kind() != Caller.Kind.PROGRAM;
    for (Map.Entry<String, Need> route : needs.entrySet()) {
      boolean reads =
          method(route.getKey()).equals("GET") && (browses || route.getKey().contains(" /api/"));
      if (reads
          && route.getValue() != Need.DOOR
          && isLetIn(route, caller)
          && !SHOWN_ELSEWHERE.containsKey(route.getKey())) {
        cells++;
        HttpResponse<String> answer =
            ask(bureaus, caller, route.getKey(), bureaus.places(TwoBureaus.OWN));
        if (answer.statusCode() >= 400 || Outcome.of(answer) != Outcome.ANSWERED) {
          wrong.add(
              caller.kind()
                  + " "
                  + caller.name()
                  + " does not get "
                  + route.getKey()
                  + ' '
                  + answer.statusCode());
        }
      }
    }
  }

  private static boolean isLetIn(Map.Entry<String, Need> route, Caller caller) {
    return route.getValue().of(caller, method(route.getKey())) == Outcome.ANSWERED;
  }

  /** Where the one goes on differently. */
  private static String difference(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    int from = Math.max(0, at - 20);
    return one.substring(from, Math.min(one.length(), at + 60))
        + " <> "
        + other.substring(from, Math.min(other.length(), at + 60));
  }

  private static String method(String route) {
    return route.split(" ", 2)[0];
  }

  /** Asks, notes what is not as expected, and gives the answer without what was asked about. */
  private String check(
      TwoBureaus bureaus, Caller caller, String route, String place, Outcome expected)
      throws Exception {
    cells++;
    Map<String, String> ids = place.equals(MISSING) ? Address.NO_SUCH : bureaus.places(place);
    HttpResponse<String> answer = ask(bureaus, caller, route, ids);
    Outcome outcome = Outcome.of(answer);
    if (outcome != expected) {
      wrong.add(
          caller.kind()
              + " "
              + caller.name()
              + ": "
              + route
              + " of "
              + place
              + " "
              + outcome
              + " "
              + answer.statusCode()
              + " instead of "
              + expected);
    }
    String request = answer.headers().firstValue("X-Request-Id").orElseThrow();
    String body =
        answer.body().replace(TwoBureaus.secret(caller), "secret").replace(request, "request");
    body = Address.without(route, ids, body);
    return answer.statusCode() + body;
  }

  private HttpResponse<String> ask(
      TwoBureaus bureaus, Caller caller, String route, Map<String, String> ids) throws Exception {
    String path = Address.of(route, ids);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(bureaus.running().address().resolve(path))
            .header("Tus-Resumable", "1.0.0");
    caller.headers().forEach(request::header);
    boolean api = path.startsWith("/api/");
    BodyPublisher body =
        switch (method(route)) {
          case "POST", "PATCH" -> api ? json(bureaus, route) : form(caller);
          default -> BodyPublishers.noBody();
        };
    request.header("Content-Type", api ? "application/json" : "application/x-www-form-urlencoded");
    return http.send(request.method(method(route), body).build(), BodyHandlers.ofString());
  }

  private static BodyPublisher json(TwoBureaus bureaus, String route) {
    return route.equals("POST /api/v1/entries")
        ? BodyPublishers.ofByteArray(bureaus.push())
        : BodyPublishers.ofString(
            "{\"hashes\":[],\"paper\":\"责令限期整改指令书\",\"year\":2026,\"count\":1,"
                + "\"first\":1,\"last\":1,\"reason\":\"x\"}");
  }

  private static BodyPublisher form(Caller caller) {
    String typed =
        TYPED.entrySet().stream()
            .map(one -> one.getKey() + '=' + one.getValue())
            .collect(Collectors.joining("&"));
    return BodyPublishers.ofString(
        typed + "&csrf=" + URLEncoder.encode(TwoBureaus.secret(caller), StandardCharsets.UTF_8));
  }
}
