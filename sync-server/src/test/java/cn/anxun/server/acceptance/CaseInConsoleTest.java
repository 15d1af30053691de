package cn.anxun.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.anxun.core.form.FormResult;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.cases.CaseFile;
import cn.anxun.server.cases.CaseFiles;
import cn.anxun.server.cases.CaseReplay;
import cn.anxun.server.cases.Expected;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A case's figures as the console's pages show them, and the records that a click on each lists.
 */
class CaseInConsoleTest {
  private static final Pattern RECORD = Pattern.compile("<a href=\"/record/([^\"?]+)\"");
  private static final Pattern NEXT =
      Pattern.compile("<a class=\"chip\" href=\"([^\"]+offset=\\d+)\">下一页");

  private CaseReplay replay;
  private TestBrowser browser;
  private int year;
  private int records;

  @ParameterizedTest
  @ValueSource(strings = {"yueyanglou-2023.json", "gongjing-2020.json"})
  void console_whenItIsABureausPublishedYear_showsItsFiguresAndTheirRecords(String name)
      throws Exception {
    Optional<Path> file = CaseFiles.shared(name);
    assumeThat(file).as("the published cases are beside the repository").isPresent();

    assertShown(CaseFiles.read(file.orElseThrow()));
  }

  @Test
  void console_whenEveryKindOccurs_showsEachFigureAndItsRecords() throws Exception {
    assertShown(CaseFiles.read(CaseFiles.everyKind()));
  }

  private void assertShown(CaseFile file) throws Exception {
    CaseReplay.Options options = new CaseReplay.Options(2, 7, 0, Optional.empty());
    try (CaseReplay ran =
        CaseReplay.run(file, options, ServerOptions.inProcess(), CaseReplay.Progress.NONE)) {
      replay = ran;
      year = file.bureau().year();
      RunningServer.addAccount(ran.server(), "clerk", "办公室", Grant.of(ran.bureau(), Role.OFFICE));
      browser = new TestBrowser(ran.server().address()).login("clerk");
      List<Figure> figures = replay.answers().figures();
      String list = browser.get("/figures?from=" + year + "-01-01&until=" + year + "-12-31").body();
      for (int i = 0; i < figures.size(); i++) {
        assertFigure(
            list, String.format("case.%03d", i + 1), file.expected().get(i), figures.get(i));
      }
      int rows = 0;
      for (int i = 0; i < file.forms().size(); i++) {
        rows += assertForm(String.format("form-%03d", i + 1), replay.answers().forms().get(i));
      }
      System.out.printf(
          "%s: %d figures, %d rows of forms, %d records listed%n",
          file.bureau().name(), figures.size(), rows, records);
    }
  }

  private void assertFigure(String list, String id, Expected expected, Figure figure)
      throws Exception {
    Matcher shown =
        Pattern.compile("<a href=\"(/figures/" + Pattern.quote(id) + "\\?[^\"]*)\">([^<]*)</a>")
            .matcher(list);
    assertThat(shown.find()).as("%s is in the list", expected.indicator()).isTrue();
    assertThat(shown.group(2)).as(expected.indicator()).isEqualTo(figure.printed());
    String address = shown.group(1).replace("&amp;", "&");
    if (expected.measure() instanceof Measure.Rate) {
      assertLists(address + "&of=gap", figure.gapIds());
      assertLists(address + "&of=whole", figure.wholeIds());
    }
    assertLists(address + "&of=part", figure.partIds());
  }

  private int assertForm(String key, FormResult form) throws Exception {
    String page = browser.get("/forms/" + key + "?year=" + year).body();
    for (int i = 0; i < form.rows().size(); i++) {
      FormResult.RowResult row = form.rows().get(i);
      if (row.figure().isEmpty()) {
        continue;
      }
      Matcher link =
          Pattern.compile("href=\"(/forms/" + key + "/row/" + (i + 1) + "\\?[^\"]*)\"")
              .matcher(page);
      assertThat(link.find()).as(row.row().level3()).isTrue();
      String address = link.group(1).replace("&amp;", "&");
      assertLists(address + "&of=part", row.figure().get().partIds());
    }
    return form.rows().size();
  }

  /** The pages from this one on list these records, each once. */
  private void assertLists(String address, List<String> ids) throws Exception {
    List<String> listed = new ArrayList<>();
    Optional<String> next = Optional.of(address);
    while (next.isPresent()) {
      String page = browser.get(next.get()).body();
      Matcher record = RECORD.matcher(page);
      while (record.find()) {
        listed.add(record.group(1));
      }
      Matcher after = NEXT.matcher(page);
      next = after.find() ? Optional.of(after.group(1).replace("&amp;", "&")) : Optional.empty();
    }
    Set<String> distinct = new HashSet<>(listed);
    assertThat(listed).as("the records of %s, each once", address).hasSameSizeAs(distinct);
    assertThat(distinct).as("the records of %s", address).isEqualTo(new HashSet<>(ids));
    records += listed.size();
  }
}
