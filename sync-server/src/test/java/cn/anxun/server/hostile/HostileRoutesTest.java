package cn.anxun.server.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.console.HostileBureau;
import cn.anxun.server.http.RateLimit.Allowance;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import io.javalin.router.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every route, spoiled in every way, by everybody; as many as {@link Share} says. No form carries
 * the proof that it is of the asker's own page, so nothing may be recorded; forms that do are tried
 * by {@link HostileFormsTest}.
 */
final class HostileRoutesTest {
  private static final int USUALLY_ONE_IN = 1_500;
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

  /** What ends a session, or changes it: asked each time with a session of its own. */
  private static final List<String> LEAVING = List.of("/logout", "/password", "/bureau");

  private static final int LEAVING_ONE_IN = 40;

  private static final List<String> METHODS = List.of("GET", "POST", "PATCH", "DELETE", "HEAD");

  private final Judge judge = new Judge();
  private final Share share = new Share(USUALLY_ONE_IN);

  @Test
  void everyRoute_whateverItIsSent_answersInWords_andRecordsNothing() throws Exception {
    Allowance much = new Allowance(1_000_000_000, 1_000_000);
    ServerOptions options = ServerOptions.inProcess().withRate(much).withGuesses(much);
    try (HostileBureau bureau = HostileBureau.open(options);
        RawHttp http = new RawHttp(bureau.running().address())) {
      RunningServer running = bureau.running();
      List<Asker> askers = Asker.all(running);
      List<Endpoint> all = routes(running);
      List<Endpoint> routes = all.stream().filter(route -> !LEAVING.contains(route.path)).toList();
      Map<String, String> known = known(new Visitor(http, askers.get(0)), routes);
      long before = seq(running);
      List<Spoiling> spoilings = spoilings();
      for (Asker asker : askers) {
        for (Endpoint route : routes) {
          spoil(running, http, () -> asker, route, spoilings, known, share);
        }
      }
      Share leaving = new Share(LEAVING_ONE_IN);
      for (Endpoint route : all) {
        if (LEAVING.contains(route.path)) {
          spoil(running, http, () -> Asker.office(running), route, spoilings, known, leaving);
        }
      }
      System.out.printf(
          "hostile routes: %d routes, %d askers, %d to choose from; %s%n",
          all.size(), askers.size(), share.number(), judge.report());
      assertThat(judge.faults()).isEmpty();
      assertThat(seq(running)).isEqualTo(before);
      assertThat(Verified.findings(running)).isEmpty();
    }
  }

  private void spoil(
      RunningServer running,
      RawHttp http,
      Supplier<Asker> who,
      Endpoint route,
      List<Spoiling> spoilings,
      Map<String, String> known,
      Share some)
      throws Exception {
    Draft plain = draft(route);
    for (Spoiling spoiling : spoilings) {
      if (!spoiling.fits().test(plain) || !some.takesNext()) {
        continue;
      }
      Asker asker = who.get();
      Draft spoiled = spoiling.how().apply(asker.ask(plain));
      spoiled = spoiled.withPath(filled(spoiled.path(), known));
      long before = seq(running);
      String input = asker.name() + ": " + route.method + ' ' + route.path + ' ' + spoiling.name();
      judge.judge(input, spoiled, http.send(spoiled.bytes()));
      if (seq(running) != before) {
        judge.fault(input, "was recorded");
      }
    }
  }

  private static long seq(RunningServer running) {
    return running.server().ledger(RunningServer.BUREAU).lastSeq();
  }

  private static List<Spoiling> spoilings() {
    List<Spoiling> all = new ArrayList<>(Spoilings.ofPaths());
    all.addAll(Spoilings.ofQueries());
    all.addAll(SpoiledHeaders.all());
    all.addAll(SpoiledBodies.all());
    all.addAll(SpoiledForms.all(Asker.OTHERS_PROOF));
    return all;
  }

  private static List<Endpoint> routes(RunningServer running) {
    Map<String, Endpoint> routes = new LinkedHashMap<>();
    for (Endpoint route : running.server().routes()) {
      if (METHODS.contains(route.method.name())) {
        routes.put(route.method + " " + route.path, route);
      }
    }
    return new ArrayList<>(routes.values());
  }

  private static Draft draft(Endpoint route) {
    Draft draft = new Draft(route.method.name(), route.path, "", Map.of(), new byte[0]);
    if (!draft.hasBody()) {
      return draft;
    }
    return draft.isApi()
        ? draft.withBody(SpoiledBodies.JSON, "{}".getBytes(StandardCharsets.UTF_8))
        : draft.withBody(SpoiledForms.FORM, Asker.OTHERS_PROOF.getBytes(StandardCharsets.UTF_8));
  }

  private static String filled(String path, Map<String, String> known) {
    return PARAMETER
        .matcher(path)
        .replaceAll(found -> Matcher.quoteReplacement(known.getOrDefault(found.group(1), "x")));
  }

  /** What stands for the parameters of routes in the links of the pages themselves. */
  private static Map<String, String> known(Visitor visitor, List<Endpoint> routes)
      throws Exception {
    Map<String, String> known = new HashMap<>();
    visitor.crawl(
        1, (address, answer) -> routes.forEach(route -> learn(address, route.path, known)));
    return known;
  }

  private static void learn(String address, String route, Map<String, String> known) {
    List<String> names = PARAMETER.matcher(route).results().map(found -> found.group(1)).toList();
    Matcher values =
        Pattern.compile(PARAMETER.matcher(route).replaceAll("([^/]+)"))
            .matcher(address.split("\\?", 2)[0]);
    for (int i = 0; values.matches() && i < names.size(); i++) {
      known.putIfAbsent(names.get(i), values.group(i + 1));
    }
  }
}
