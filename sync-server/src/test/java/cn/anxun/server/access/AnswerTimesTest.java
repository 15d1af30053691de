package cn.anxun.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Accounts;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.RateLimit.Allowance;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long it takes to be told no, by what is wrong: nobody learns from it. By hand, with {@code
 * -Dproof}, as times depend on what else the machine does; what a login costs is counted in every
 * build by {@code LoginCostTest}.
 */
@EnabledIfSystemProperty(named = "proof", matches = ".*")
final class AnswerTimesTest {
  /** Fewer tries than lock a name. */
  private static final int TRIES = 4;

  private static final int NAMES = 25;
  private static final int TOKENS = 2_000;
  private static final String STRONG = "Correct-horse-9";

  private interface Ask {
    HttpResponse<byte[]> once() throws Exception;
  }

  private final Map<String, List<Long>> times = new LinkedHashMap<>();

  @Test
  void refusals_takeAsLong_whateverIsWrong() throws Exception {
    Allowance much = new Allowance(1_000_000, 1_000);
    ServerOptions options = ServerOptions.inProcess().withRate(much).withGuesses(much);
    try (RunningServer running = RunningServer.start(options, Clock.systemUTC())) {
      Accounts accounts = running.server().directory().accounts();
      for (int i = 0; i < NAMES; i++) {
        for (String name : List.of("known" + i, "disabled" + i)) {
          accounts.create(name, name, "test");
          accounts.grant(name, Grant.of(RunningServer.BUREAU, Role.OFFICE), "test");
          accounts.setPassword(name, STRONG, "test");
        }
        accounts.setDisabled("disabled" + i, true, "test");
      }
      for (int i = 0; i < TRIES * NAMES; i++) {
        int name = i % NAMES;
        time("a wrong password", () -> login(running, "known" + name, "Wrong-horse-9"));
        time("a name that does not exist", () -> login(running, "nobody" + name, STRONG));
        time("a disabled account", () -> login(running, "disabled" + name, STRONG));
      }
      assertAlike();
      String token = running.enrol("zhang", Role.INSPECTOR).token();
      String near = token.substring(0, token.length() - 1) + (token.endsWith("A") ? 'E' : 'A');
      String far = "x".repeat(token.length());
      for (int i = 0; i < TOKENS; i++) {
        time("a token that is right but for its end", () -> running.get("/api/v1/entries", near));
        time("a token that is all wrong", () -> running.get("/api/v1/entries", far));
      }
      assertAlike();
    }
  }

  private static HttpResponse<byte[]> login(RunningServer running, String name, String password)
      throws Exception {
    byte[] body =
        JsonText.bytes(Json.members().put("account", name).put("password", password).build());
    return running.post("/api/v1/sessions", "", body, "application/json");
  }

  private void time(String what, Ask ask) throws Exception {
    long start = System.nanoTime();
    int status = ask.once().statusCode();
    times.computeIfAbsent(what, none -> new ArrayList<>()).add((System.nanoTime() - start) / 1_000);
    assertThat(status).as(what).isEqualTo(401);
  }

  /** Prints them, and begins anew. */
  private void assertAlike() {
    List<Long> medians = new ArrayList<>();
    times.forEach(
        (what, all) -> {
          all.sort(null);
          medians.add(all.get(all.size() / 2));
          System.out.printf(
              "%s: %d times, median %d us, the middle 80 %% from %d to %d us%n",
              what,
              all.size(),
              all.get(all.size() / 2),
              all.get(all.size() / 10),
              all.get(all.size() * 9 / 10));
        });
    times.clear();
    medians.sort(null);
    assertThat(medians.get(medians.size() - 1))
        .as("the slowest median beside the quickest, %s us", medians)
        .isLessThan(medians.get(0) * 5 / 4);
  }
}
