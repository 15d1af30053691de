package cn.anxun.server.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ways to spoil a request's line. */
final class Spoilings {
  /** Values for anything in an address, encoded. */
  static final List<String> VALUES =
      List.of(
          "",
          "x",
          "0",
          "-1",
          "2147483648",
          "99999999999999999999",
          "1e999999999",
          "0x10",
          "%EF%BC%91%EF%BC%92",
          "NaN",
          "null",
          "%00",
          "%0D%0AX-Attempt:%20yes",
          "..%2F..%2F..%2Fetc%2Fpasswd",
          "..%5C..%5Cwindows%5Cwin.ini",
          "%2e%2e%2f%2e%2e%2f",
          "/etc/passwd",
          "....//....//",
          "%ff%fe",
          "%ED%A0%80",
          "%C0%AF",
          "%F0%9F%98%80%E2%80%AE",
          "%",
          "%zz",
          "%u0041",
          "'%22%3E%3Cscript%3Eattempt()%3C/script%3E",
          "%24%7B7*7%7D%7B%7B7*7%7D",
          "'%20OR%20'1'='1",
          "%25%25%25",
          "*",
          "[",
          "(?:a%2B)%2B$",
          "-999999999-01-01",
          "%2B999999999-12-31",
          "9999-12-31",
          "0000-01-01",
          "2026-02-30",
          "9223372036854775807:2026-01-01",
          "1:%2B999999999-12-31",
          "1:-999999999-01-01",
          "2026-13",
          "%2B999999999-12",
          "a".repeat(5_000));

  /** The names of every parameter that a route of ours reads, and some it does not. */
  static final List<String> PARAMETERS =
      List.of(
          "year",
          "from",
          "until",
          "asOf",
          "month",
          "limit",
          "offset",
          "cursor",
          "type",
          "state",
          "q",
          "sort",
          "by",
          "of",
          "seen",
          "seq",
          "site",
          "person",
          "unit",
          "division",
          "role",
          "device",
          "like",
          "label",
          "key",
          "item",
          "industry",
          "fresh",
          "family",
          "column",
          "col",
          "preset",
          "preview",
          "sample",
          "seed",
          "standard",
          "id",
          "name",
          "line",
          "paper",
          "kind",
          "why",
          "document_no",
          "action",
          "file",
          "bureau",
          "level",
          "status",
          "edition",
          "date");

  private static final String DAYS = "-01-01&until=";

  private Spoilings() {}

  /** Of the path, where the route has a parameter in it. */
  static List<Spoiling> ofPaths() {
    List<Spoiling> all = new ArrayList<>();
    for (String value : VALUES) {
      all.add(
          new Spoiling(
              "path " + shown(value),
              draft -> draft.path().contains("{"),
              draft -> draft.withPath(draft.path().replaceAll("\\{[^}]*}", safe(value)))));
    }
    for (String raw : List.of("\u0000", "\u00ff\u00fe", "\t", "\\", "#", "\u007f", ";x=y", "//")) {
      all.add(
          Spoiling.ofAny("path with " + shown(raw), draft -> draft.withPath(draft.path() + raw)));
    }
    all.add(Spoiling.ofAny("a path above", draft -> draft.withPath("/.." + draft.path())));
    all.add(Spoiling.ofAny("a path below", draft -> draft.withPath(draft.path() + "/../..")));
    all.add(Spoiling.ofAny("a path of dots", draft -> draft.withPath(draft.path() + "/%2e%2e/.")));
    all.add(
        Spoiling.ofAny(
            "a long path", draft -> draft.withPath(draft.path() + "/" + "a".repeat(20_000))));
    all.add(
        Spoiling.ofAny(
            "a whole address", draft -> draft.withPath("http://elsewhere" + draft.path())));
    return all;
  }

  private static String safe(String value) {
    return value.replace("\\", "\\\\").replace("$", "\\$");
  }

  /** Each value in every parameter at once; one parameter alone; very many; broken ones. */
  static List<Spoiling> ofQueries() {
    List<Spoiling> all = new ArrayList<>();
    for (String value : VALUES) {
      String everywhere =
          PARAMETERS.stream().map(name -> name + '=' + value).collect(Collectors.joining("&"));
      all.add(query("all " + shown(value), value.length() > 100 ? "q=" + value : everywhere));
    }
    for (String name : PARAMETERS) {
      for (int i = 0; i < VALUES.size(); i += 3) {
        String value = VALUES.get((i + name.length() + name.charAt(0)) % VALUES.size());
        all.add(query(name + '=' + shown(value), name + '=' + value));
      }
    }
    for (String year : List.of("-999999999", "%2B999999999", "0001", "9999", "1969")) {
      all.add(query("days of " + year, "from=" + year + DAYS + year + "-12-31"));
      all.add(query("month of " + year, "month=" + year + "-12"));
    }
    all.add(query("all days", "from=-999999999" + DAYS + "%2B999999999-12-31"));
    all.add(query("ten thousand years", "from=0001" + DAYS + "9999-12-31"));
    all.add(
        query(
            "thousands",
            IntStream.range(0, 900)
                .mapToObj(i -> "p" + i + "=1")
                .collect(Collectors.joining("&"))));
    all.add(query("one often", "year=2026&".repeat(700)));
    all.add(query("no names", "=&=&=&&&;;?&=x"));
    all.add(query("brackets", "year[]=2026&year[a][b]=1&from[]=x"));
    all.add(query("raw bytes", "q=\u00ff\u00fe&year=\u00e5\u00b9\u00b4"));
    all.add(query("raw zero", "q=\u0000"));
    return all;
  }

  private static Spoiling query(String name, String query) {
    return Spoiling.ofAny("query " + name, draft -> draft.withQuery(query));
  }

  static String shown(String value) {
    String plain =
        value
            .chars()
            .mapToObj(c -> c < ' ' || c > '~' ? String.format("\\x%02x", c) : "" + (char) c)
            .collect(Collectors.joining());
    return plain.length() <= 50 ? plain : plain.substring(0, 50) + "… (" + value.length() + ")";
  }
}
