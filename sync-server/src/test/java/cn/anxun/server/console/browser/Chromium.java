package cn.anxun.server.console.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;

/**
 * A person with a browser of 1366×768, as offices have it. Pictures go to {@code
 * target/screens/console}.
 */
public final class Chromium implements AutoCloseable {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENS = Path.of("target", "screens", "console");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String AXE = axe();

  private final ChromeDriver driver;
  private final URI server;
  private int clicks;

  private Chromium(ChromeDriver driver, URI server) {
    this.driver = driver;
    this.server = server;
  }

  /** Opens the browser; skips the test where there is none. */
  static Chromium open(URI server, String language) {
    assumeTrue(Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER), "no Chromium");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--lang=" + language,
        "--window-size=1366,768");
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new Chromium(new ChromeDriver(service, options), server);
  }

  void login(String account, String password) {
    go("/login");
    type("account", account);
    type("password", password);
    driver.findElement(By.cssSelector("button.main")).click();
    await(() -> !driver.getCurrentUrl().endsWith("/login"));
  }

  void go(String path) {
    driver.get(server.resolve(path).toString());
    await(() -> "complete".equals(driver.executeScript("return document.readyState")));
  }

  void type(String name, String text) {
    WebElement field = driver.findElement(By.name(name));
    field.clear();
    field.sendKeys(text);
  }

  /** Chooses the option of this value. */
  void choose(String name, String value) {
    driver
        .findElement(By.cssSelector("select[name='" + name + "'] option[value='" + value + "']"))
        .click();
  }

  /** One click, counted. */
  void click(String selector) {
    clicks++;
    driver.findElement(By.cssSelector(selector)).click();
  }

  int clicks() {
    return clicks;
  }

  String text(String selector) {
    return driver.findElement(By.cssSelector(selector)).getText();
  }

  /** What stands in a field. */
  String value(String name) {
    return driver.findElement(By.name(name)).getDomProperty("value");
  }

  /** How often this address was asked by the page. */
  long requests(String path) {
    return (Long)
        driver.executeScript(
            "return performance.getEntriesByType('resource').filter(asked =>"
                + " new URL(asked.name).pathname === arguments[0]).length",
            path);
  }

  List<WebElement> list(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  String path() {
    return URI.create(driver.getCurrentUrl()).getPath();
  }

  void await(BooleanSupplier condition) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(condition)) {
      assertThat(System.nanoTime()).as("waited in vain at %s", path()).isLessThan(until);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** What is being replaced at this moment is not there yet. */
  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (StaleElementReferenceException | NoSuchElementException e) {
      return false;
    }
  }

  void resize(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  /** The whole page as a picture. */
  void shoot(String name) throws IOException {
    long height = (Long) driver.executeScript("return document.documentElement.scrollHeight");
    Dimension before = driver.manage().window().getSize();
    resize(before.getWidth(), (int) Math.min(5000, Math.max(before.getHeight(), height + 150)));
    Files.createDirectories(SCREENS);
    File shot = driver.getScreenshotAs(OutputType.FILE);
    Files.move(shot.toPath(), SCREENS.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
    driver.manage().window().setSize(before);
  }

  /** Prints the page as the browser's own dialogue would, and says how many A4 pages it takes. */
  int printedPages(String name) throws IOException {
    PrintOptions options = new PrintOptions();
    options.setPageSize(new PageSize(29.7, 21.0));
    byte[] pdf = Base64.getDecoder().decode(driver.print(options).getContent());
    Files.createDirectories(SCREENS);
    Files.write(SCREENS.resolve(name + ".pdf"), pdf);
    Matcher pages =
        Pattern.compile("/Type\\s*/Page\\b").matcher(new String(pdf, StandardCharsets.ISO_8859_1));
    return (int) pages.results().count();
  }

  /** Nothing runs out of the page sideways. */
  void assertFits() {
    assertThat(
            (Boolean)
                driver.executeScript(
                    "return document.documentElement.scrollWidth <= window.innerWidth + 1"))
        .as("the page is not wider than the window")
        .isTrue();
  }

  /** What keeps people with disabilities out, and is serious. */
  void assertAccessible() {
    driver.executeScript(AXE);
    Object grave =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1]; axe.run().then(found =>"
                + " done(found.violations.filter(rule => rule.impact === 'serious' || rule.impact"
                + " === 'critical').map(rule => rule.id + ' ' + rule.nodes[0].html)));");
    assertThat((List<?>) grave).isEmpty();
  }

  /** The browser had nothing to complain of: no script error, nothing blocked. */
  void assertQuiet() {
    List<String> complaints =
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
            .map(LogEntry::getMessage)
            .filter(message -> !message.contains("/favicon.ico"))
            .toList();
    assertThat(complaints).isEmpty();
  }

  private static String axe() {
    try (InputStream in = Chromium.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("axe is missing from the test's classpath");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
