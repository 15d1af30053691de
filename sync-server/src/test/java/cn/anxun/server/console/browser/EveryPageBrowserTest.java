package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.console.Crawl;
import cn.anxun.server.console.HostileBureau;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every page that links lead to, as each role, in a bureau whose every text is an attempt to break
 * out of its place: it opens, runs nothing of that, fits the window, twice as large too, and keeps
 * nobody out.
 */
final class EveryPageBrowserTest {
  private final List<String> problems = new ArrayList<>();
  private final Set<String> examined = new HashSet<>();
  private int opened;

  @Test
  void everyPage_asEachRole_opensAndKeepsNobodyOut() throws Exception {
    try (HostileBureau bureau = HostileBureau.open()) {
      for (Role role : Role.values()) {
        if (!Permission.of(role).contains(Permission.SEE_FIGURES)) {
          continue; // A grid worker is told to use the phone, and sees nothing of the bureau.
        }
        try (Chromium browser = Chromium.open(bureau.running().address(), "zh-CN")) {
          TestBrowser plain = new TestBrowser(bureau.running().address()).login(role.wire());
          browser.login(role.wire(), RunningServer.PASSWORD);
          Crawl.run(Crawl::place, 1, address -> open(browser, plain, role, address));
        }
      }
    }
    System.out.printf("%d pages opened, %d examined%n", opened, examined.size());
    assertThat(problems).isEmpty();
    assertThat(examined).hasSizeGreaterThan(40);
  }

  private String open(Chromium browser, TestBrowser plain, Role role, String address)
      throws Exception {
    String type = plain.bytes(address).headers().firstValue("Content-Type").orElse("text/html");
    if (!type.startsWith("text/html")) {
      return "";
    }
    opened++;
    browser.go(address);
    String at = role + " " + address + ": ";
    if (browser.status() != 200) {
      problems.add(at + browser.status());
    }
    browser.complaints().forEach(complaint -> problems.add(at + complaint));
    if (examined.add(Crawl.place(address))) {
      examine(browser, at);
    }
    return browser.source();
  }

  private void examine(Chromium browser, String at) {
    browser.graveBarriers().forEach(barrier -> problems.add(at + barrier));
    browser.unreachable().forEach(element -> problems.add(at + element));
    if (!browser.fits()) {
      problems.add(at + "wider than the window");
    }
    if (!browser.fitsAtTwiceTheSize()) {
      problems.add(at + "wider than the window at 200 %");
    }
    if (!browser.fitsAPhone()) {
      problems.add(at + "wider than 360 px");
    }
  }
}
