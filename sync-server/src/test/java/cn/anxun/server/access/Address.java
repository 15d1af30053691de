package cn.anxun.server.access;

import cn.anxun.server.console.page.Assets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where a route is asked for, about these or those things. */
final class Address {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

  /** Of things that no bureau has. */
  static final Map<String, String> NO_SUCH =
      Map.of(
          "subject", "019cac46-4980-7000-8000-00000000dead",
          "paper", "019cac46-4980-7000-8000-00000000dead",
          "entry", "019cac46-4980-7000-8000-00000000beef",
          "sha256", "ab".repeat(32),
          "device", "gongjing.ZZ",
          "account", "no-such-person",
          "bureau", "no-such-bureau",
          "cursor", "");

  /** What stands in addresses and is the same in every bureau. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("document", "units"),
          Map.entry("edition", "1"),
          Map.entry("ending", "docx"),
          Map.entry("file", "safety"),
          Map.entry("from", "2026-03-01"),
          Map.entry("hash", Assets.url("console.css").split("/", -1)[2]),
          Map.entry("id", "hazard.rate"),
          Map.entry("key", "safety"),
          Map.entry("kind", "Rectified"),
          Map.entry("ledger", "hazards"),
          Map.entry("name", "console.css"),
          Map.entry("row", "1"),
          Map.entry("type", "hazard"),
          Map.entry("until", "2026-03-31"));

  /** What a question must say besides. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "GET /api/v1/digest", "cursor={cursor}",
          "GET /api/v1/records", "type=hazard",
          "GET /admin/forms/edit", "key=safety",
          "GET /admin/forms/history", "key=safety",
          "GET /admin/measures/records", "measure=%7B%22count%22:%22hazard%22%7D&unit=x");

  private Address() {}

  /** Of this route, with these ids. */
  static String of(String route, Map<String, String> ids) {
    String pattern =
        route.split(" ", 2)[1]
            + "?year=2026"
            + (QUERIES.containsKey(route) ? '&' + QUERIES.get(route) : "");
    return PARAMETER
        .matcher(pattern)
        .replaceAll(
            found -> {
              String thing = thing(route, found);
              return ids.getOrDefault(thing, NAMED.getOrDefault(thing, "x"));
            });
  }

  /** The bureaus whose ids may stand in the address; none where no id stands in it. */
  static List<String> bureaus(String route) {
    return PARAMETER
            .matcher(route)
            .results()
            .anyMatch(found -> NO_SUCH.containsKey(thing(route, found)))
        ? List.of(TwoBureaus.OWN, TwoBureaus.OTHER)
        : List.of();
  }

  /** An answer without what was asked about. */
  static String without(String route, Map<String, String> ids, String body) {
    String rest = body;
    for (MatchResult found : PARAMETER.matcher(route).results().toList()) {
      String thing = thing(route, found);
      rest = rest.replace(ids.getOrDefault(thing, thing), thing);
    }
    return rest;
  }

  /** What a parameter is called by those who have one, as some are called alike. */
  private static String thing(String route, MatchResult parameter) {
    String name = parameter.group(1);
    if (name.equals("subject") && route.contains("/papers/")) {
      return "paper";
    }
    return name.equals("kind") && route.contains("/import/") ? "ledger" : name;
  }
}
