package cn.anxun.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.RecordQuery;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.local.TestDatabase;
import cn.anxun.app.data.remote.EnrolmentClient;
import cn.anxun.app.data.remote.RetrofitRemoteLedger;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.server.ServerProcess;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.sync.BackOff;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.SyncEngine;
import cn.anxun.core.sync.SyncOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/**
 * A bureau's year, replayed by the server, pulled into a phone's Room over HTTP: the phone's own
 * figures are those that the server printed. The cases stand beside the repository; where they do
 * not, or the server was not built, this is skipped.
 */
@RunWith(RobolectricTestRunner.class)
public final class CaseFiguresTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void figures_ofYueyanglou2023_areTheServers() throws Exception {
    compare("yueyanglou-2023.json");
  }

  @Test
  public void figures_ofGongjing2020_areTheServers() throws Exception {
    compare("gongjing-2020.json");
  }

  private void compare(String name) throws Exception {
    Path file = find(name);
    Json.Members asked = (Json.Members) JsonText.read(Files.readAllBytes(file));
    ServerProcess.Replayed replayed = ServerProcess.replay(file, folder.getRoot().toPath());
    AnxunDatabase database = TestDatabase.open(name + ".db");
    try (ServerProcess server = replayed.server()) {
      RoomPhoneStore store = new RoomPhoneStore(database);
      long start = System.nanoTime();
      pull(server, (Json.Members) asked.get("bureau"), store);
      long pulled = System.nanoTime();
      int year = number((Json.Members) asked.get("bureau"), "year");
      LedgerState state = new Ledger(store).fold(Cutoff.latest(LocalDate.of(year, 12, 31)));
      long folded = System.nanoTime();
      System.err.printf(
          Locale.ROOT,
          "CASE %s: %d entries, %d hazards pulled in %d ms, folded in %d ms%n",
          name,
          store.lastSeq(),
          new Records(database).count(RecordQuery.of("hazard")),
          (pulled - start) / 1_000_000,
          (folded - pulled) / 1_000_000);
      assertSame(asked, (Json.Members) JsonText.read(replayed.json()), state, Period.year(year));
    } finally {
      database.close();
    }
  }

  private static void assertSame(
      Json.Members asked, Json.Members printed, LedgerState state, Period period) throws Exception {
    List<Json> expected = ((Json.Items) asked.get("expected")).values();
    List<Json> figures = ((Json.Items) printed.get("figures")).values();
    assertThat(expected).hasSameSizeAs(figures).hasSizeGreaterThan(10);
    for (int i = 0; i < expected.size(); i++) {
      Json.Members one = (Json.Members) expected.get(i);
      Json.Members figure = (Json.Members) figures.get(i);
      String ours =
          FigureEngine.figure(
                  state, MeasureJson.read(one.get("measure")), text(one, "unit"), period)
              .printed();
      assertThat(ours).as(text(one, "indicator")).isEqualTo(text(figure, "actual"));
      assertThat(text(figure, "indicator")).isEqualTo(text(one, "indicator"));
    }
  }

  /** By an account of the office that is added to the case's bureau. */
  private static void pull(ServerProcess server, Json.Members bureau, RoomPhoneStore store) {
    String id = "d" + text(bureau, "division");
    server.command("user", "add", "--name", "李强", "--bureau", id, "--role", "office", "reader");
    ServerAddress address = new ServerAddress(List.of(server.url()), Optional.empty());
    RemoteAnswer<Enrolment> answer =
        new EnrolmentClient(CLOCK, at -> {})
            .enrol(
                address,
                new EnrolmentRequest(server.enrolmentCode(id, "reader"), "room", "手机", ""));
    Enrolment enrolment = ((RemoteAnswer.Answered<Enrolment>) answer).value();
    SyncOutcome outcome =
        new SyncEngine(
                store,
                new RetrofitRemoteLedger(address, enrolment.token(), CLOCK, at -> {}),
                CLOCK,
                new BackOff(new Random(1)))
            .sync();
    assertThat(outcome).isInstanceOf(SyncOutcome.Done.class);
  }

  private static Path find(String name) {
    Path found = Path.of("../../shared/cases", name);
    for (String cases : new String[] {"../../shared/cases", "../../../shared/cases"}) {
      found = Files.exists(found) ? found : Path.of(cases, name);
    }
    assumeTrue("skipped: the case " + name + " is not beside the repository", Files.exists(found));
    return found;
  }

  private static String text(Json.Members members, String name) {
    return ((Json.Text) members.get(name)).value();
  }

  private static int number(Json.Members members, String name) {
    return ((Json.Num) members.get(name)).value().intValueExact();
  }
}
