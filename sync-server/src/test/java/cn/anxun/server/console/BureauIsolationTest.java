package cn.anxun.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.access.Routes;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Device;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.Members;
import cn.anxun.server.http.v1.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * Every route × role × bureau: whoever is of another bureau gets nothing of this one, whatever of
 * its ids stand in the address, and nor does one of both while in the other. Every text of the
 * bureau holds a word that no page has by itself.
 */
final class BureauIsolationTest {
  private static final String WORD = "attempt()";
  private static final String OTHER = "other";
  private static final int LEAST_SHOWN = 25;

  @Test
  void everyRoute_forThoseOfAnotherBureau_hasNothingOfThisOne() throws Exception {
    try (HostileBureau bureau = HostileBureau.open()) {
      RunningServer running = bureau.running();
      running.server().directory().bureaus().create(new Bureau(OTHER, "别处", "510304"), "test");
      Map<String, Set<String>> addresses = addresses(running);
      String before = standing(running);
      List<String> leaks = new ArrayList<>();
      int cells = 0;
      for (Role role : Role.values()) {
        for (boolean both : List.of(false, true)) {
          TestBrowser browser = stranger(running, role, both);
          String secret = browser.secret("/");
          for (Map.Entry<String, Set<String>> route : addresses.entrySet()) {
            cells++;
            for (String address : route.getValue()) {
              if (shows(ask(browser, secret, route.getKey(), address))) {
                leaks.add(role + (both ? " of both: " : ": ") + address);
              }
            }
          }
        }
      }
      System.out.println(cells + " cells of route, role and bureau");
      assertThat(leaks).isEmpty();
      assertThat(standing(running)).as("what is in the bureau").isEqualTo(before);
    }
  }

  /** By route, addresses of this bureau: those that its administrator finds, else by its ids. */
  private static Map<String, Set<String>> addresses(RunningServer running) throws Exception {
    TestBrowser own = new TestBrowser(running.address()).login("administrator");
    Set<String> found = new LinkedHashSet<>();
    int[] shown = {0};
    Crawl.run(
        Crawl::question,
        1,
        address -> {
          found.add(address);
          HttpResponse<byte[]> answer = own.bytes(address);
          shown[0] += shows(answer.body()) ? 1 : 0;
          return new String(answer.body(), StandardCharsets.UTF_8);
        });
    assertThat(shown[0]).as("pages on which the word stands").isGreaterThan(LEAST_SHOWN);
    String hazard =
        found.stream()
            .filter(address -> address.matches("/record/[0-9a-f-]{36}"))
            .map(address -> address.substring("/record/".length()))
            .findFirst()
            .orElseThrow();
    Map<String, Set<String>> byRoute = new LinkedHashMap<>();
    for (String route : Routes.behindTheLogin()) {
      String path = route.split(" ", 2)[1];
      String pattern = path.replaceAll("\\{[^}]*}", "[^/?]+") + "(\\?.*)?";
      Set<String> matching = new LinkedHashSet<>();
      found.stream().filter(address -> address.matches(pattern)).forEach(matching::add);
      matching.add(filled(path, hazard));
      byRoute.put(route, matching);
    }
    return byRoute;
  }

  private static String filled(String path, String hazard) {
    return path.replace("{device}", "gongjing.A0")
        .replace("{account}", "office")
        .replace("{bureau}", RunningServer.BUREAU)
        .replace("{type}", "hazard")
        .replace("{kind}", "Rectified")
        .replace("{key}", "hostile")
        .replace("{row}", "0")
        .replaceAll("\\{[^}]*}", hazard);
  }

  /** Somebody of the other bureau; where of both, in the other one now. */
  private static TestBrowser stranger(RunningServer running, Role role, boolean both)
      throws Exception {
    String account = (both ? "both-" : "far-") + role.wire();
    String division = role == Role.GRID_WORKER ? "510304001" : "";
    running.addAccount(account, new Grant(OTHER, role, "", division, 1));
    TestBrowser browser = new TestBrowser(running.address()).login(account);
    if (both) {
      running
          .server()
          .directory()
          .accounts()
          .grant(account, new Grant(RunningServer.BUREAU, role, "", division, 1), "test");
      browser.send("/bureau", Map.of("bureau", RunningServer.BUREAU), "/login");
      browser.send("/bureau", Map.of("bureau", OTHER), "/login");
    }
    return browser;
  }

  private static byte[] ask(TestBrowser browser, String secret, String route, String address)
      throws Exception {
    return route.startsWith("GET")
        ? browser.bytes(address).body()
        : browser
            .post(
                address,
                Map.of(
                    "csrf",
                    secret,
                    "year",
                    "2026",
                    "name",
                    "x",
                    "role",
                    "office",
                    "decision",
                    "accept"))
            .body()
            .getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the word stands in it, in a file within a file too. */
  private static boolean shows(byte[] answer) throws IOException {
    if (new String(answer, StandardCharsets.UTF_8).contains(WORD)) {
      return true;
    }
    if (answer.length < 2 || answer[0] != 'P' || answer[1] != 'K') {
      return false;
    }
    Path file = Files.createTempFile("isolation", ".zip");
    Files.write(file, answer);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          if (shows(in.readAllBytes())) {
            return true;
          }
        }
      }
    } finally {
      Files.delete(file);
    }
    return false;
  }

  /** What nobody from elsewhere may change: the ledger, the phones, the people. */
  private static String standing(RunningServer running) {
    Directory directory = running.server().directory();
    StringBuilder text = new StringBuilder();
    text.append(running.server().ledger(RunningServer.BUREAU).head()).append('\n');
    text.append(directory.bureaus().get(RunningServer.BUREAU)).append('\n');
    for (Device device : directory.devices().list(RunningServer.BUREAU)) {
      text.append(device.id()).append(device.revokedAt()).append('\n');
    }
    for (Members.Member member : directory.members().list(RunningServer.BUREAU)) {
      if (!member.account().id().startsWith("both-")) {
        text.append(member).append('\n');
      }
    }
    return text.toString();
  }
}
