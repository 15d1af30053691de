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
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
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
  private static final int MOST_TABS = 120;
  private static final String AXE = axe();

  /** Whatever answers a click must take the focus, and look different once it has it. */
  private static final String UNREACHABLE =
      """
      const all = 'a, button, input:not([type=hidden]), select, textarea, summary, [role=button]';
      const look = element => {
        const style = getComputedStyle(element);
        return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
          style.borderColor, style.backgroundColor].join();
      };
      const bad = [];
      const seen = new Set();
      for (const element of document.querySelectorAll(all)) {
        const kind = element.tagName + '.' + element.className + '.' + element.type;
        if (!element.checkVisibility() || element.disabled || seen.has(kind)) continue;
        seen.add(kind);
        element.blur();
        const before = look(element);
        element.focus({focusVisible: true});
        const named = element.outerHTML.slice(0, 160);
        if (document.activeElement !== element || element.tabIndex < 0) bad.push('no focus: ' + named);
        else if (look(element) === before) bad.push('focus not seen: ' + named);
        element.blur();
      }
      return bad;
      """;

  private final ChromeDriver driver;
  private final URI server;
  private final Path downloads;
  private int clicks;

  private Chromium(ChromeDriver driver, URI server, Path downloads) {
    this.driver = driver;
    this.server = server;
    this.downloads = downloads;
  }

  /**
   * Opens the browser. Where there is none the test is skipped and says so; under the profile
   * browser it fails.
   */
  static Chromium open(URI server, String language) {
    requireInstalled();
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
    Path downloads = folder();
    options.setExperimentalOption(
        "prefs",
        Map.of(
            "intl.accept_languages", language, "download.default_directory", downloads.toString()));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new Chromium(new ChromeDriver(service, options), server, downloads);
  }

  private static void requireInstalled() {
    boolean found = Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    if (!found) {
      String missing =
          "SKIPPED: the console was not opened in a browser; "
              + BROWSER
              + " or "
              + DRIVER
              + " is missing";
      assertThat(Boolean.getBoolean("anxun.browser.required")).as(missing).isFalse();
      System.out.println(missing);
      assumeTrue(false, missing);
    }
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

  /** Chooses a file of this machine. */
  void attach(String name, Path file) {
    driver.findElement(By.name(name)).sendKeys(file.toAbsolutePath().toString());
  }

  /** Moves the keyboard to this. */
  void focus(String selector) {
    driver.executeScript("arguments[0].focus()", driver.findElement(By.cssSelector(selector)));
  }

  /** What is said to those who do not see the page. */
  String told(String selector) {
    return String.valueOf(
        driver.findElement(By.cssSelector(selector)).getDomProperty("textContent"));
  }

  /** One click, counted. */
  void click(String selector) {
    clicks++;
    driver.findElement(By.cssSelector(selector)).click();
  }

  /** The file that a click brings, once it is there wholly. */
  Path download(String selector) {
    click(selector);
    await(() -> downloaded().size() == 1);
    return downloaded().get(0);
  }

  private List<Path> downloaded() {
    try (Stream<Path> files = Files.list(downloads)) {
      return files.filter(file -> !file.toString().matches(".*(\\.crdownload|/\\.[^/]*)")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("anxun-downloads-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    assertThat(comesTrue(condition)).as("waited in vain at %s", path()).isTrue();
  }

  private static boolean comesTrue(BooleanSupplier condition) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > until) {
        return false;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return true;
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
    return printedOn(name, 29.7, 21.0);
  }

  /** The same on paper of this size in centimetres. */
  int printedOn(String name, double height, double width) throws IOException {
    PrintOptions options = new PrintOptions();
    options.setPageSize(new PageSize(height, width));
    byte[] pdf = Base64.getDecoder().decode(driver.print(options).getContent());
    Files.createDirectories(SCREENS);
    Files.write(SCREENS.resolve(name + ".pdf"), pdf);
    Matcher pages =
        Pattern.compile("/Type\\s*/Page\\b").matcher(new String(pdf, StandardCharsets.ISO_8859_1));
    return (int) pages.results().count();
  }

  /** Keeps a file among the pictures, to be looked at. */
  static void keep(Path file, String name) throws IOException {
    Files.createDirectories(SCREENS);
    Files.copy(file, SCREENS.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Nothing runs out of the page sideways. */
  void assertFits() {
    assertThat(fits()).as("the page is not wider than the window").isTrue();
  }

  boolean fits() {
    return (Boolean)
        driver.executeScript(
            "return document.documentElement.scrollWidth <= window.innerWidth + 1");
  }

  /** Whether it still fits where everything is twice as large, as by Ctrl and +. */
  boolean fitsAtTwiceTheSize() {
    return at(683, 384, 2, this::fitsOnceDrawn);
  }

  /** Whether it fits a phone of 360 px. */
  boolean fitsAPhone() {
    return at(360, 740, 1, this::fitsOnceDrawn);
  }

  /** Charts draw themselves anew after the window has changed. */
  private boolean fitsOnceDrawn() {
    return comesTrue(this::fits);
  }

  private <T> T at(int width, int height, int scale, Supplier<T> look) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", false));
    try {
      return look.get();
    } finally {
      driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  /** The status that the server answered the page with. */
  long status() {
    return (Long)
        driver.executeScript("return performance.getEntriesByType('navigation')[0].responseStatus");
  }

  /** The page as it stands now. */
  String source() {
    return String.valueOf(driver.getPageSource());
  }

  /** What a keyboard cannot reach, or shows no sign of having reached. */
  @SuppressWarnings("unchecked")
  List<String> unreachable() {
    return (List<String>) driver.executeScript(UNREACHABLE);
  }

  /** Presses keys wherever the page has its focus. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  boolean focusIsWithin(String selector) {
    return (Boolean)
        driver.executeScript(
            "return document.activeElement.closest(arguments[0]) !== null", selector);
  }

  /** Tabs to what fits the selector, as somebody without a mouse does. */
  void tabTo(String selector) {
    for (int i = 0; i < MOST_TABS; i++) {
      press(Keys.TAB);
      boolean there =
          (Boolean)
              driver.executeScript("return document.activeElement.matches(arguments[0])", selector);
      if (there) {
        return;
      }
    }
    throw new AssertionError(MOST_TABS + " tabs did not reach " + selector + " at " + path());
  }

  /** What keeps people with disabilities out, and is serious. */
  void assertAccessible() {
    assertThat(graveBarriers()).isEmpty();
  }

  List<?> graveBarriers() {
    driver.executeScript(AXE);
    Object grave =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1]; axe.run().then(found =>"
                + " done(found.violations.filter(rule => rule.impact === 'serious' || rule.impact"
                + " === 'critical').map(rule => rule.id + ' ' + rule.nodes[0].html)));");
    return (List<?>) grave;
  }

  /** The browser had nothing to complain of: no script error, nothing blocked. */
  void assertQuiet() {
    assertThat(complaints()).isEmpty();
  }

  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> !message.contains("/favicon.ico"))
        // A form that was sent back to be mended.
        .filter(message -> !message.contains("status of 400"))
        .toList();
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
    try {
      for (Path file : downloaded()) {
        Files.delete(file);
      }
      Files.delete(downloads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
