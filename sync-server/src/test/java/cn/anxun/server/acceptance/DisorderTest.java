package cn.anxun.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.cases.CaseFile;
import cn.anxun.server.cases.CaseFiles;
import cn.anxun.server.cases.CaseGenerator;
import cn.anxun.server.cases.Expected;
import cn.anxun.server.cases.LoggedWork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A case's work gives its figures whatever the seed, and in whatever order its entries come. */
class DisorderTest {
  private static final CaseFile CASE = CaseFiles.read(CaseFiles.everyKind());

  @Property(tries = 10)
  void work_whateverTheSeed_recountsToTheExpectedFigures(@ForAll long seed) {
    List<WrittenEntry> entries = LoggedWork.of(new CaseGenerator(seed, 0).work(CASE));

    assertRecounted(entries);
  }

  @Property(tries = 10)
  void work_whenSitesAreRegisteredTwiceAndMerged_givesTheTrueCounts(@ForAll long seed) {
    List<WrittenEntry> entries = LoggedWork.of(new CaseGenerator(seed, 200).work(CASE));

    assertRecounted(entries);
    assertThat(entries).anyMatch(entry -> entry.entry().kind().name().equals("SiteMerged"));
    assertThat(figures(entries)).isEqualTo(expected());
  }

  @Test
  void work_whenItIsMadeTwiceBySameSeed_isTheSame() {
    assertThat(LoggedWork.of(new CaseGenerator(5, 50).work(CASE)))
        .isEqualTo(LoggedWork.of(new CaseGenerator(5, 50).work(CASE)));
  }

  @Property(tries = 15)
  void fold_whateverTheOrderOfArrival_givesTheSameFigures(@ForAll long seed) {
    List<WrittenEntry> entries =
        new ArrayList<>(LoggedWork.of(new CaseGenerator(1, 100).work(CASE)));
    Collections.shuffle(entries, new Random(seed));

    assertThat(figures(entries)).isEqualTo(expected());
  }

  @Property(tries = 15)
  void fold_whenAPredecessorArrivesLast_givesTheSameFigures(@ForAll long seed) {
    List<WrittenEntry> entries =
        new ArrayList<>(LoggedWork.of(new CaseGenerator(1, 100).work(CASE)));
    List<String> predecessors =
        entries.stream().flatMap(entry -> entry.entry().header().predecessor().stream()).toList();
    String late = predecessors.get(new Random(seed).nextInt(predecessors.size()));
    WrittenEntry last =
        entries.stream().filter(entry -> entry.entry().id().equals(late)).findFirst().orElseThrow();
    entries.remove(last);

    List<String> without = figures(entries);
    entries.add(last);

    assertThat(figures(entries)).isEqualTo(expected());
    assertThat(without).hasSameSizeAs(expected());
  }

  private static void assertRecounted(List<WrittenEntry> entries) {
    List<Json.Members> raw = new ArrayList<>();
    entries.forEach(entry -> raw.add((Json.Members) JsonText.read(entry.bytes())));
    Recount recount = new Recount(CASE.bureau().year(), raw);
    List<Figure> figures = Folded.figures(CASE, entries);
    for (int i = 0; i < figures.size(); i++) {
      Expected expected = CASE.expected().get(i);
      Figure figure = figures.get(i);
      Recount.Counted counted = recount.count(MeasureOf.json(expected));
      assertThat(counted.part())
          .as("part of %s", expected.indicator())
          .isEqualByComparingTo(figure.part());
      assertThat(counted.whole())
          .as("whole of %s", expected.indicator())
          .isEqualByComparingTo(figure.whole());
    }
    assertThat(figures(entries)).isEqualTo(expected());
  }

  private static List<String> expected() {
    return CASE.expected().stream().map(MeasureOf::printed).toList();
  }

  private static List<String> figures(List<WrittenEntry> entries) {
    return Folded.figures(CASE, entries).stream().map(Figure::printed).toList();
  }
}
