package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.console.form.OfficeYear;
import cn.anxun.server.http.v1.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The commonest jobs from the page that one sees after the login: in how many clicks they are done,
 * and by the keyboard alone.
 */
final class JobsBrowserTest {
  private OfficeYear year;
  private String hazard = "";

  @BeforeEach
  void start() throws Exception {
    year = OfficeYear.start();
    hazard = year.find(false);
  }

  @AfterEach
  void stop() {
    year.close();
  }

  private Chromium login() {
    Chromium browser = Chromium.open(year.running().address(), "zh-CN");
    browser.login("office", RunningServer.PASSWORD);
    return browser;
  }

  private static void assertClicks(Chromium browser, String job, int most) {
    System.out.printf("clicks: %s %d of %d%n", job, browser.clicks(), most);
    assertThat(browser.clicks()).as(job).isLessThanOrEqualTo(most);
  }

  @Test
  void whyARateIsNot100_isTwoClicks() {
    try (Chromium browser = login()) {
      browser.click("a[href^='/figures/hazard.rate?']");
      browser.await(() -> browser.path().equals("/figures/hazard.rate"));
      assertThat(browser.text(".sum")).isEqualTo("2 ÷ 4 = 50.00 %");
      assertThat(browser.list("table.records tbody tr")).hasSize(2);
      assertClicks(browser, "why a rate is not 100 %", 2);
    }
  }

  @Test
  void formFromFiguresToXlsx_isFiveClicks() throws Exception {
    try (Chromium browser = login()) {
      browser.click("nav a[href='/figures']");
      browser.await(() -> browser.path().equals("/figures"));
      browser.click("nav a[href='/forms']");
      browser.await(() -> browser.path().equals("/forms"));
      browser.click("a[href^='/forms/safety?']");
      browser.await(() -> browser.path().equals("/forms/safety"));
      Path file = browser.download("a[href*='/forms/safety.xlsx']");
      assertThat(file).hasExtension("xlsx");
      assertThat(Files.size(file)).isPositive();
      assertClicks(browser, "a form from its figures to xlsx", 5);
    }
  }

  @Test
  void overdueHazards_areTwoClicks() throws Exception {
    year.findOverdue("消防栓无水");
    year.findOverdue("电线裸露");
    try (Chromium browser = login()) {
      String card = ".card.bad a[href^='/figures/hazard.overdue?']";
      assertThat(browser.text(card)).contains("逾期未整改").contains("2");
      browser.click(card);
      browser.await(() -> browser.path().equals("/figures/hazard.overdue"));
      assertThat(browser.list("table.records tbody tr"))
          .extracting(WebElement::getText)
          .satisfiesExactlyInAnyOrder(
              row -> assertThat(row).contains("消防栓无水"), row -> assertThat(row).contains("电线裸露"));
      assertClicks(browser, "which hazards are overdue", 2);
    }
  }

  @Test
  void hazard_isReviewedByKeyboardAlone() {
    try (Chromium browser = Chromium.open(year.running().address(), "zh-CN")) {
      browser.go("/login");
      browser.tabTo("[name=account]");
      browser.press("office", Keys.TAB, RunningServer.PASSWORD, Keys.ENTER);
      browser.await(() -> browser.path().equals("/"));
      browser.tabTo("nav a[href='/records']");
      browser.press(Keys.ENTER);
      browser.await(() -> browser.path().startsWith("/records"));
      browser.tabTo("table a[href^='/record/" + hazard + "']");
      browser.press(Keys.ENTER);
      browser.await(() -> browser.path().equals("/record/" + hazard));
      browser.tabTo("a[href$='/say/Reviewed']");
      browser.press(Keys.ENTER);
      browser.await(() -> browser.path().endsWith("/say/Reviewed"));
      browser.tabTo("[name=opinion]");
      browser.press("已清理");
      browser.tabTo("button.main");
      browser.press(Keys.ENTER);
      browser.await(() -> browser.path().equals("/record/" + hazard));
      assertThat(browser.text(".facts")).contains("已销号");
      assertThat(browser.clicks()).isZero();
    }
  }

  @Test
  void skipLink_leadsTheKeyboardPastTheMenu() {
    try (Chromium browser = login()) {
      browser.press(Keys.TAB, Keys.ENTER);
      browser.press(Keys.TAB);
      assertThat(browser.focusIsWithin("main")).isTrue();
    }
  }
}
