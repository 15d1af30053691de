package cn.anxun.server.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
import cn.anxun.core.paper.Register;
import cn.anxun.core.paper.RegisterLine;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.Main;
import cn.anxun.server.backup.Backup;
import cn.anxun.server.backup.Restore;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Pusher;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumbersTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneOffset.UTC);
  private static final String ORDER = Paper.ORDER.label();

  @TempDir Path folder;

  @Test
  void reserve_whenPhonesAskAtOnce_givesNoNumberTwice() throws Exception {
    try (RunningServer server = start()) {
      List<Enrolment> phones = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        phones.add(server.enrol("li" + i, Role.INSPECTOR));
      }
      List<Callable<HttpResponse<byte[]>>> asking = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Enrolment phone = phones.get(i % phones.size());
        // Each request twice, as after a lost answer.
        String request = "r" + i / 8;
        asking.add(() -> ask(server, phone, ask(10).put("request", request)));
      }
      Set<Long> numbers = new HashSet<>();
      Set<Long> firsts = new HashSet<>();
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        for (Future<HttpResponse<byte[]>> answer : threads.invokeAll(asking)) {
          Json.Members block = RunningServer.json(answer.get());
          if (firsts.add(number(block, "first"))) {
            for (long n = number(block, "first"); n <= number(block, "last"); n++) {
              assertThat(numbers.add(n)).as("%s", n).isTrue();
            }
          }
        }
      } finally {
        threads.shutdown();
      }

      assertThat(firsts).hasSize(20);
      assertThat(numbers).hasSize(200).contains(1L, 200L);
      assertThat(register(server).listWrong()).isEmpty();
    }
  }

  @Test
  void papers_whenTwoPhonesIssueThem_bearEachNumberOnceAndTheRegisterHasNoGap() throws Exception {
    try (RunningServer server = start()) {
      Enrolment one = server.enrol("li", Role.INSPECTOR);
      Enrolment other = server.enrol("wang", Role.INSPECTOR);
      ask(server, one, ask(3));
      ask(server, other, ask(3));
      String used = issue(server, one, 1);
      issue(server, other, 4);
      String waiting = issue(server, one, 0);
      voids(server, one, used);

      HttpResponse<byte[]> back = giveBack(server, one, 2, 3);
      assertThat(back.statusCode()).isEqualTo(204);
      assertThat(giveBack(server, one, 2, 3).statusCode()).isEqualTo(204);
      assertThat(giveBack(server, one, 4, 4).statusCode()).isEqualTo(409);

      assertThat(register(server).lines())
          .extracting(line -> line.serial() + " " + line.state())
          .containsExactly(
              "1 VOID",
              "2 RETURNED",
              "3 RETURNED",
              "4 ISSUED",
              "5 RESERVED",
              "6 RESERVED",
              "7 ISSUED");
      assertThat(register(server).listWrong()).isEmpty();
      PaperRecord numbered = new PaperBook(ledger(server)).find(waiting).orElseThrow();
      assertThat(numbered.state()).isEqualTo(PaperState.ISSUED);
      assertThat(numbered.number()).isEqualTo("（区）应急责改〔2026〕7号");
    }
  }

  @Test
  void revoke_takesBackWhatIsUnused_andHonoursWhatTheDeviceHadIssuedBefore() throws Exception {
    try (RunningServer server = start()) {
      Enrolment lost = server.enrol("li", Role.INSPECTOR);
      Enrolment other = server.enrol("wang", Role.INSPECTOR);
      ask(server, lost, ask(5));
      issue(server, lost, 2);
      giveBack(server, lost, 3, 3);

      command(server, "device", "revoke", lost.device());

      assertThat(states(server))
          .containsExactly("1 RETURNED", "2 ISSUED", "3 RETURNED", "4 RETURNED", "5 RETURNED");
      ask(server, other, ask(1));
      server.push(lost.token(), entry(server, "PaperIssued", server.id(), order(4)));
      command(server, "device", "inbox", "--bureau", RunningServer.BUREAU, "--accept");
      assertThat(states(server))
          .containsExactly(
              "1 RETURNED", "2 ISSUED", "3 RETURNED", "4 ISSUED", "5 RETURNED", "6 RESERVED");
      assertThat(register(server).listWrong()).isEmpty();
    }
  }

  private static void command(RunningServer server, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.add("--data=" + server.server().data().root());
    PrintWriter out = new PrintWriter(new StringWriter());
    assertThat(Main.run(arguments, Map.of("LANG", "zh_CN.UTF-8"), out, out)).isZero();
  }

  private static List<String> states(RunningServer server) {
    return register(server).lines().stream()
        .map(line -> line.serial() + " " + line.state())
        .toList();
  }

  @Test
  void reserve_whenTheServerWasRestored_givesNothingThatMayBeOutThere() throws Exception {
    Enrolment one;
    Enrolment other;
    try (RunningServer server =
        RunningServer.start(
            DataDirectory.open(folder.resolve("data"), "test"), ServerOptions.inProcess(), CLOCK)) {
      one = server.enrol("li", Role.INSPECTOR);
      other = server.enrol("wang", Role.INSPECTOR);
      ask(server, one, ask(10));
      Backup.make(server.server().data(), folder.resolve("backup"), CLOCK, file -> {});
      ask(server, one, ask(10));
      ask(server, other, ask(10));
    }
    Restore.restore(
        folder.resolve("backup"), folder.resolve("restored"), new Random(9), file -> {});

    try (RunningServer server =
        RunningServer.resume(DataDirectory.open(folder.resolve("restored"), "test"), CLOCK)) {
      Json.Members fresh = RunningServer.json(ask(server, other, ask(5)));
      ask(server, one, ask(0).put("held", held(1, 10, 11, 20)));
      issue(server, one, 12);

      assertThat(number(fresh, "first")).isEqualTo(11 + AfterRestore.MARGIN);
      Register register = register(server);
      assertThat(register.listWrong()).isEmpty();
      assertThat(register.lines())
          .filteredOn(line -> line.paper() == Paper.ORDER && line.serial() >= 10)
          .extracting(RegisterLine::state)
          .startsWith(
              RegisterLine.State.RESERVED, RegisterLine.State.RESERVED, RegisterLine.State.ISSUED)
          .contains(RegisterLine.State.SKIPPED);
      Json.Members late = RunningServer.json(ask(server, one, ask(0).put("held", held(211, 215))));
      assertThat(late.get("withdrawn")).isEqualTo(held(211, 215));
      assertThat(number(RunningServer.json(ask(server, one, ask(5))), "first")).isEqualTo(216);
    }
  }

  /** The inbox, a bundle and the desk say it to the ledger themselves. */
  @Test
  void accept_whenAPaperComesByAnotherWayThanThePush_isNumberedToo() throws Exception {
    try (RunningServer server = start()) {
      Enrolment li = server.enrol("li", Role.INSPECTOR);
      String id = server.id();
      Json.Members open =
          Json.members()
              .put("paper", ORDER)
              .put("contents", Json.members().put("title", ORDER).build())
              .build();
      byte[] bytes = JsonText.bytes(entry(server, "PaperIssued", id, open));

      ledger(server).accept(new Pusher("li", Role.INSPECTOR, li.device()), List.of(bytes, bytes));

      assertThat(new PaperBook(ledger(server)).find(id).orElseThrow().number())
          .isEqualTo("（区）应急责改〔2026〕1号");
    }
  }

  @Test
  void reserve_whenSomebodyTypedAHugeNumber_goesOnFromTheLastGivenOut() throws Exception {
    try (RunningServer server = start()) {
      Enrolment grid = server.enrol("grid", Role.GRID_WORKER);
      Enrolment li = server.enrol("li", Role.INSPECTOR);
      ask(server, li, ask(5));
      issue(server, grid, 200_000);
      issue(server, grid, 7);
      issue(server, li, 1);

      Json.Members next = RunningServer.json(ask(server, li, ask(5)));

      assertThat(number(next, "first")).isEqualTo(6);
      assertThat(register(server).lines())
          .extracting(RegisterLine::serial)
          .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 200_000L);
      assertThat(register(server).listWrong())
          .extracting(line -> line.serial() + " " + line.state())
          .containsExactly("7 UNEXPECTED", "200000 UNEXPECTED");
      for (int i = 0; i < 3; i++) {
        assertThat(ask(server, li, ask(50)).statusCode()).isEqualTo(200);
      }
      assertThat(ask(server, li, ask(50)).statusCode()).isEqualTo(409);
    }
  }

  @Test
  void reserve_whenMoreIsHeldAfterARestoreThanMayBe_withdrawsIt() throws Exception {
    SettableClock clock = new SettableClock(CLOCK.instant());
    Enrolment one;
    try (RunningServer server =
        RunningServer.start(
            DataDirectory.open(folder.resolve("data"), "test"), ServerOptions.inProcess(), clock)) {
      one = server.enrol("li", Role.INSPECTOR);
      ask(server, one, ask(10));
      Backup.make(server.server().data(), folder.resolve("backup"), clock, file -> {});
    }
    Restore.restore(
        folder.resolve("backup"), folder.resolve("restored"), new Random(9), file -> {});

    try (RunningServer server =
        RunningServer.resume(DataDirectory.open(folder.resolve("restored"), "test"), clock)) {
      Json beyond = held(191, 211, 100_000, 100_049);
      Json most = held(11, 60, 61, 110, 111, 160, 161, 201);
      assertThat(withdrawn(server, one, beyond)).isEqualTo(beyond);
      assertThat(withdrawn(server, one, most)).isEqualTo(held(161, 201));
      assertThat(withdrawn(server, one, held(161, 201))).isEqualTo(held(161, 201));
      clock.forward(Duration.ofHours(1));
      Enrolment late = server.enrol("wang", Role.INSPECTOR);
      assertThat(withdrawn(server, late, held(165, 170))).isEqualTo(held(165, 170));
    }
  }

  private static Json withdrawn(RunningServer server, Enrolment phone, Json held) throws Exception {
    return RunningServer.json(ask(server, phone, ask(0).put("held", held))).get("withdrawn");
  }

  @Test
  void reserve_whenItIsNotToBe_isRefusedWithWhatIsWrong() throws Exception {
    try (RunningServer server = start()) {
      Enrolment grid = server.enrol("grid", Role.GRID_WORKER);
      Enrolment li = server.enrol("li", Role.INSPECTOR);

      assertThat(ask(server, grid, ask(5)).statusCode()).isEqualTo(403);
      assertThat(ask(server, grid, ask(5).put("paper", "告知单")).statusCode()).isEqualTo(200);
      assertThat(ask(server, li, ask(51)).statusCode()).isEqualTo(400);
      assertThat(ask(server, li, ask(5).put("year", 2027)).statusCode()).isEqualTo(400);
      assertThat(ask(server, li, ask(5).put("paper", "罚单")).statusCode()).isEqualTo(400);
      assertThat(server.post("/api/v1/numbers", "", bytes(ask(5))).statusCode()).isEqualTo(401);
      for (int i = 0; i < 4; i++) {
        assertThat(ask(server, li, ask(50)).statusCode()).isEqualTo(200);
      }
      assertThat(ask(server, li, ask(1)).statusCode()).isEqualTo(409);
    }
  }

  @Test
  void reserve_whenAnotherSystemNumbersThePaper_isOff() throws Exception {
    try (RunningServer server = start()) {
      Enrolment office = server.enrol("office", Role.OFFICE);
      Json document =
          JsonText.read("{\"papers\": [{\"paper\": \"" + ORDER + "\", \"external\": true}]}");
      Json.Members open = Json.members().put("document", document).build();
      server.push(office.token(), entry(server, "PapersRevised", "doc/papers", open));

      HttpResponse<byte[]> answer = ask(server, office, ask(5));

      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(RunningServer.text(answer)).contains("numbers-external");
      String waiting = issue(server, office, 0);
      assertThat(new PaperBook(ledger(server)).find(waiting).orElseThrow().state())
          .isEqualTo(PaperState.WAITING);
    }
  }

  private static RunningServer start() {
    return RunningServer.start(ServerOptions.inProcess(), CLOCK);
  }

  private static BureauLedger ledger(RunningServer server) {
    return server.server().ledger(RunningServer.BUREAU);
  }

  private static Register register(RunningServer server) {
    return new PaperBook(ledger(server)).register();
  }

  private static Json.MembersBuilder ask(int count) {
    return Json.members().put("paper", ORDER).put("year", 2026).put("count", count);
  }

  private static Json held(long... ends) {
    List<Json> blocks = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      blocks.add(Json.members().put("first", ends[i]).put("last", ends[i + 1]).build());
    }
    return Json.items(blocks);
  }

  private static HttpResponse<byte[]> ask(
      RunningServer server, Enrolment phone, Json.MembersBuilder body) throws Exception {
    return server.post("/api/v1/numbers", phone.token(), bytes(body));
  }

  private static HttpResponse<byte[]> giveBack(
      RunningServer server, Enrolment phone, int first, int last) throws Exception {
    Json.MembersBuilder body =
        Json.members()
            .put("paper", ORDER)
            .put("year", 2026)
            .put("first", first)
            .put("last", last)
            .put("reason", "换机");
    return server.post("/api/v1/numbers/return", phone.token(), bytes(body));
  }

  private static byte[] bytes(Json.MembersBuilder body) {
    return JsonText.bytes(body.build());
  }

  private static long number(Json.Members members, String name) {
    BigDecimal value = ((Json.Num) members.get(name)).value();
    return value.longValueExact();
  }

  /** Issues an order with this number of the phone's; without any for 0. */
  private static Json.Members order(int serial) {
    Json.MembersBuilder open =
        Json.members()
            .put("paper", ORDER)
            .put("contents", Json.members().put("title", ORDER).build());
    if (serial > 0) {
      open.put("paper_no", "（区）应急责改〔2026〕" + serial + "号")
          .put("paper_year", 2026)
          .put("paper_serial", serial);
    }
    return open.build();
  }

  private static String issue(RunningServer server, Enrolment phone, int serial) throws Exception {
    String id = server.id();
    accepted(server.push(phone.token(), entry(server, "PaperIssued", id, order(serial))));
    return id;
  }

  private static void voids(RunningServer server, Enrolment phone, String paper) throws Exception {
    Json.Members open = Json.members().put("target", paper).put("reason", "写错单位").build();
    accepted(server.push(phone.token(), entry(server, "Voided", paper, open)));
  }

  private static void accepted(HttpResponse<byte[]> answer) {
    assertThat(RunningServer.text(answer)).contains("\"seq\"");
  }

  private static Json entry(RunningServer server, String kind, String subject, Json.Members open) {
    boolean opens = kind.equals("PaperIssued");
    Json.MembersBuilder entry =
        Json.members()
            .put("id", opens ? subject : server.id())
            .put("kind", kind)
            .put("subject", subject)
            .put("at", "2026-03-02T02:03:04Z")
            .put("businessDate", "2026-03-02")
            .put("author", "li")
            .put("device", "phone");
    if (kind.equals("Voided")) {
      entry.put("after", subject);
    }
    return entry.put("public", open).build();
  }
}
