package cn.anxun.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Device;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each work goes through at a small size, with every count right. How fast is not asked. */
final class WorksTest {
  @TempDir private Path folder;

  static Stream<Work> small() {
    return Stream.of(
        IngestBesideRows.batches(450),
        new IngestBesideNothing(50),
        IngestBesideRows.singles(50),
        new Pull(1_200),
        CatalogueNow.of(600, false, 30),
        CataloguePast.first(600, 30),
        CataloguePast.again(600, 30),
        new WirePush(250),
        StartUp.time(50, 1_500),
        StartUp.memory(50, 130),
        new MemoryUnderLoad(250),
        LedgerPage.all(600, 30),
        LedgerPage.afterOneMore(600, 30),
        LedgerPage.search(600, 100),
        LedgerWorkbook.time(600, 1.2),
        LedgerWorkbook.heap(600, 64),
        new Growth(Growth.Step.PUSH, 1_200, 600),
        new Growth(Growth.Step.PULL, 1_200, 600),
        new Growth(Growth.Step.PAGE, 1_200, 600),
        new Growth(Growth.Step.FIGURE, 1_200, 600));
  }

  @ParameterizedTest
  @MethodSource("small")
  void work_goesThrough(Work work) throws Exception {
    Measured measured;
    try (Trial trial = work.begin(folder)) {
      measured = new Rounds(1, Duration.ZERO, 1).measure(trial, done -> {});
    }
    assertThat(measured.ours()).isPositive();
    assertThat(measured.limit()).isPositive();
    assertThat(measured.ratio()).isPositive();
    assertThat(measured.spread()).isZero();
  }

  @Test
  void pushingPhone_tellsItsApp() throws Exception {
    try (BenchServer server = BenchServer.start(folder)) {
      Enrolment phone = server.newBureau(1).get(0);
      Corpus corpus = new Corpus(Corpus.SEED, 0, 30);
      Iterator<byte[]> bodies =
          Stream.generate(() -> Pushing.body(corpus.next(10))).limit(3).iterator();

      PushingPhone pushing = PushingPhone.of(server.address(), phone, bodies);
      Pushing.requireAccepted(Clients.run(server.address(), List.of(pushing)), 30);

      assertThat(server.devices().find(phone.device()))
          .get()
          .extracting(Device::app)
          .isEqualTo(Optional.of(PushingPhone.APP));
    }
  }

  @Test
  void names_areEachOnesOwn() {
    List<String> names = Works.standard().stream().map(Work::name).toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void corpus_ofTheSameSeedAndPhone_isTheSame_andAcceptable() throws Exception {
    List<WrittenEntry> entries = new Corpus(5, 0, 400).next(400);
    assertThat(new Corpus(5, 0, 400).next(400)).isEqualTo(entries);
    assertThat(new Corpus(5, 1, 400).next(400)).doesNotContainAnyElementsOf(entries);
    Set<String> ids = new HashSet<>();
    for (WrittenEntry entry : entries) {
      assertThat(EntryJson.read(entry.bytes()).entry()).isEqualTo(entry.entry());
      assertThat(entry.entry().header().businessDate()).hasYear(Corpus.YEAR);
      ids.add(entry.entry().id());
    }
    assertThat(ids).hasSize(400);
    assertThat(entries.get(399).entry().header().businessDate()).hasDayOfMonth(31);
  }
}
