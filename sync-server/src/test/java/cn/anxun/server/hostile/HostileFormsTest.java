package cn.anxun.server.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.Crawl;
import cn.anxun.server.console.HostileBureau;
import cn.anxun.server.http.RateLimit.Allowance;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every form of the console as it stands on its page, with one field or all of them hostile. What
 * the ledger takes of it must not break a page or a file afterwards.
 */
final class HostileFormsTest {
  private static final int USUALLY_ONE_IN = 60;

  /** What ends the session, or changes it: sent last, each time with a session of its own. */
  private static final List<String> LEAVING =
      List.of("/logout", "/password", "/bureau", "/language");

  private static final int LEAVING_ONE_IN = 12;

  private static final String GONE = "\0gone";

  private static final List<String> VALUES =
      List.of(
          GONE,
          "",
          " \u3000",
          "x",
          "0",
          "-1",
          "1.5",
          "2147483648",
          "99999999999999999999",
          "1e999999999",
          "-1e-999999999",
          "1E40",
          "9".repeat(400),
          "\uff11\uff12",
          "12,34,,5",
          "\u2265\u2264<>=95%\uff05\u4e07\u5143",
          "NaN",
          "2026-02-30",
          "0000-00-00",
          "+999999999-12-31",
          "-999999999-01-01",
          "9999-12-31",
          "1899-12-31",
          "2026-13",
          "\u0000",
          "a\u0000b",
          "\ud800",
          "\u202e\u200b\ufeff",
          "\r\nX-Attempt: yes",
          "a\r\nb\u2028c\u0085d",
          "<script>attempt()</script>",
          "=1+1\"'",
          "${7*7}{0}{",
          "'",
          "%s%n%25",
          "../../etc/passwd",
          "/",
          ".",
          "a.b.c",
          "drop.0",
          "up.999999999999",
          "[",
          "{\"a\":1",
          "[".repeat(2_000),
          "a".repeat(3_000),
          "\u5b89".repeat(20_000));

  private final Judge judge = new Judge();
  private final Share share = new Share(USUALLY_ONE_IN);

  @Test
  void everyForm_whateverIsInIt_isAnsweredInWords_andPoisonsNoPage() throws Exception {
    Allowance much = new Allowance(1_000_000_000, 1_000_000);
    ServerOptions options = ServerOptions.inProcess().withRate(much).withGuesses(much);
    try (HostileBureau bureau = HostileBureau.open(options);
        RawHttp http = new RawHttp(bureau.running().address())) {
      Asker asker = Asker.all(bureau.running()).get(0);
      Visitor visitor = new Visitor(http, asker);
      Map<String, PageForm> forms = forms(visitor);
      for (PageForm whole : forms.values()) {
        for (PageForm filled : hostile(whole)) {
          if (share.takesNext()) {
            send(http, asker, filled, whole);
          }
        }
      }
      int pages = lookAround(visitor);
      leave(bureau.running(), http);
      System.out.printf(
          "hostile forms: %d forms, %d to choose from; %d pages and files afterwards; %s%n",
          forms.size(), share.number(), pages, judge.report());
      assertThat(judge.faults()).isEmpty();
      assertThat(Verified.findings(bureau.running())).isEmpty();
    }
  }

  /** Every form of every page, one of each kind; none that would take the asker's own rights. */
  private static Map<String, PageForm> forms(Visitor visitor) throws Exception {
    Map<String, PageForm> forms = new LinkedHashMap<>();
    visitor.crawl(
        2,
        (address, answer) ->
            PageForm.of(Visitor.utf8(answer.body())).stream()
                .filter(form -> !form.action().contains("/asker-administrator/"))
                .filter(form -> !LEAVING.contains(form.action()))
                .forEach(form -> forms.putIfAbsent(key(form), form)));
    return forms;
  }

  /** The forms that end or change a session, of somebody who may go to two bureaus. */
  private void leave(RunningServer running, RawHttp http) throws Exception {
    running.server().directory().bureaus().create(new Bureau("other", "别处应急管理局", "510304"), "test");
    running
        .server()
        .directory()
        .accounts()
        .grant("asker-office", Grant.of("other", Role.OFFICE), "test");
    Visitor visitor = new Visitor(http, Asker.office(running));
    Map<String, PageForm> forms = new LinkedHashMap<>();
    for (String page : List.of("/", "/password", "/bureaus")) {
      PageForm.of(Visitor.utf8(visitor.open(page).body())).stream()
          .filter(form -> LEAVING.contains(form.action()))
          .forEach(form -> forms.putIfAbsent(form.action(), form));
    }
    assertThat(forms.keySet()).containsExactlyInAnyOrderElementsOf(LEAVING);
    Share some = new Share(LEAVING_ONE_IN);
    for (PageForm whole : forms.values()) {
      send(http, Asker.office(running), whole, whole);
      for (PageForm filled : hostile(whole)) {
        if (some.takesNext()) {
          send(http, Asker.office(running), filled, whole);
        }
      }
    }
  }

  private int lookAround(Visitor visitor) throws Exception {
    int[] pages = new int[1];
    visitor.crawl(
        1,
        (address, answer) -> {
          pages[0]++;
          String page = "afterwards " + address;
          judge.judge(page, new Draft("GET", address, "", Map.of(), new byte[0]), answer);
          if (answer.body().startsWith("PK")) {
            OfficeParts.brokenPart(answer.body().getBytes(StandardCharsets.ISO_8859_1))
                .ifPresent(broken -> judge.fault(page, "the file's " + broken));
          }
        });
    return pages[0];
  }

  private static String key(PageForm form) {
    String place = Crawl.place(form.action()).replaceAll("/account/[^/]+/", "/account/*/");
    return place
        + form.fields().keySet().stream()
            .map(name -> name.replaceAll("\\d+|[0-9a-f-]{36}", "*"))
            .distinct()
            .collect(Collectors.toList());
  }

  private static List<PageForm> hostile(PageForm form) {
    List<PageForm> all = new ArrayList<>();
    all.add(form);
    for (String value : VALUES) {
      PageForm everywhere = form;
      for (String name : form.fields().keySet()) {
        if (name.equals("csrf")) {
          continue;
        }
        PageForm one = value.equals(GONE) ? form.without(name) : form.with(name, value);
        all.add(one);
        everywhere = value.equals(GONE) ? everywhere.without(name) : everywhere.with(name, value);
      }
      all.add(everywhere);
    }
    return all;
  }

  private void send(RawHttp http, Asker asker, PageForm filled, PageForm whole) throws Exception {
    String[] address = filled.action().split("\\?", 2);
    Draft draft =
        new Draft("POST", address[0], address.length > 1 ? address[1] : "", Map.of(), new byte[0]);
    draft =
        filled.multipart()
            ? draft.withBody("multipart/form-data; boundary=part", multipart(filled))
            : draft.withBody(SpoiledForms.FORM, encoded(filled));
    String changed =
        whole.fields().keySet().stream()
            .filter(name -> !whole.fields().get(name).equals(filled.fields().get(name)))
            .map(name -> name + "=" + Spoilings.shown(String.valueOf(filled.fields().get(name))))
            .limit(3)
            .collect(Collectors.joining(", "));
    judge.judge(filled.action() + " " + changed, draft, http.send(asker.ask(draft).bytes()));
  }

  private static byte[] encoded(PageForm form) {
    return form.fields().entrySet().stream()
        .map(field -> encode(field.getKey()) + '=' + encode(field.getValue()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String encode(String text) {
    return text.equals("\ud800") ? "%ED%A0%80" : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] multipart(PageForm form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    form.fields()
        .forEach(
            (name, value) ->
                out.writeBytes(
                    ("--part\r\nContent-Disposition: form-data; name=\""
                            + name
                            + "\"\r\n\r\n"
                            + value
                            + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
    out.writeBytes(
        "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\nPK\u0003\u0004\r\n--part--\r\n"
            .getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
