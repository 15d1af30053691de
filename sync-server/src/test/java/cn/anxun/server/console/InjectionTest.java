package cn.anxun.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Markup, formulas and line breaks in every text of a bureau: no page sends them as they stand, no
 * file has a formula, no header ends early.
 */
final class InjectionTest {
  private static final String PARAMETER =
      "%0D%0AX-Attempt:%20yes%22%27%3E%3Cimg%20src=x%20onerror=attempt()%3E";

  @TempDir private Path folder;

  private final List<String> problems = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();
  private int pages;
  private int files;

  @Test
  void everyPageAndFile_whenEveryTextIsAnAttempt_isHarmless() throws Exception {
    try (HostileBureau bureau = HostileBureau.open()) {
      TestBrowser browser =
          new TestBrowser(bureau.running().address()).login(Role.ADMINISTRATOR.wire());
      Map<String, Integer> kinds = Crawl.run(Crawl::question, 2, address -> look(browser, address));
      System.out.printf(
          "%d kinds of entry, %d kinds of address, %d pages, %d files%n",
          bureau.taken().stream().distinct().count(), kinds.size(), pages, files);
      assertThat(problems).isEmpty();
      assertThat(pages).isGreaterThan(60);
      assertThat(files).isGreaterThan(5);
    }
  }

  private String look(TestBrowser browser, String address) throws Exception {
    if (asked.add(Crawl.question(address)) && address.contains("?")) {
      // Refused or not, it must not be said back as it stands.
      String attempt = address.replaceAll("=[^&]*", "=" + Matcher.quoteReplacement(PARAMETER));
      HttpResponse<byte[]> answer = browser.bytes(attempt);
      if (answer.statusCode() >= 500) {
        problems.add(answer.statusCode() + " " + attempt);
      }
      examine(attempt, answer);
    }
    HttpResponse<byte[]> answer = browser.bytes(address);
    if (answer.statusCode() >= 400) {
      problems.add(answer.statusCode() + " " + address);
    }
    return examine(address, answer);
  }

  private String examine(String address, HttpResponse<byte[]> answer) throws Exception {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (answer.headers().map().containsKey("x-attempt")) {
      problems.add("a header of ours at " + address);
    }
    if (!type.startsWith("text/html")) {
      files++;
      file(address, answer.body());
      return "";
    }
    pages++;
    String page = new String(answer.body(), StandardCharsets.UTF_8);
    for (String attempt : HostileBureau.ATTEMPTS) {
      if (page.contains(attempt)) {
        int at = page.indexOf(attempt);
        problems.add(address + ": " + page.substring(Math.max(0, at - 80), at + attempt.length()));
      }
    }
    return page;
  }

  /** A workbook has texts and numbers, but no formula and no link outside. */
  private void file(String address, byte[] body) throws IOException {
    if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
      return;
    }
    Path copy = Files.write(folder.resolve("file.zip"), body);
    try (ZipFile zip = new ZipFile(copy.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String part = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        boolean isFormula = entry.getName().startsWith("xl/worksheets/") && part.contains("<f>");
        if (isFormula || part.contains("TargetMode=\"External\"")) {
          problems.add(address + ": a formula or a link outside in " + entry.getName());
        }
      }
    }
  }
}
