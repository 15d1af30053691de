package cn.anxun.server.simulation;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.MeasureRejectedException;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.OutboxCounts;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.phone.EnrolmentDesk;
import cn.anxun.server.phone.EnrolmentRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Lets a schedule happen, then lets everything heal, and looks at what came of it. */
final class World implements AutoCloseable {
  private static final Instant BEGINNING = Instant.parse("2026-06-01T01:00:00Z");
  private static final int MOST_SYNCS = 40;
  private static final String ACTOR = "test";

  private static final Map<String, String> MEASURES =
      Map.of(
          "hazards", "{\"count\":\"hazard\"}",
          "closed", "{\"count\":\"hazard\",\"where\":{\"state\":\"closed\"}}",
          "rectified", "{\"count\":\"hazard\",\"where\":{\"state\":\"rectified\"}}",
          "sites", "{\"count\":\"hazard\",\"distinct\":\"site\"}",
          "drills", "{\"count\":\"drill\"}",
          "participants", "{\"sum\":\"drill.participants\"}");

  private final SimulatedServer server;
  private final List<SimulatedPhone> phones = new ArrayList<>();
  private final Set<Integer> revoked = new HashSet<>();
  private final Map<String, Integer> happened = new LinkedHashMap<>();

  World(Schedule schedule, Wiring wiring) {
    Path folder = folder();
    server = new SimulatedServer(folder, new Random(schedule.seed()), BEGINNING, wiring);
    for (int i = 0; i < schedule.phones(); i++) {
      phones.add(enrol(i, folder, schedule.seed(), wiring));
    }
  }

  private static Path folder() {
    try {
      Path memory = Path.of("/dev/shm");
      return Files.isWritable(memory)
          ? Files.createTempDirectory(memory, "anxun-simulation-")
          : Files.createTempDirectory("anxun-simulation-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SimulatedPhone enrol(int number, Path folder, long seed, Wiring wiring) {
    String account = "user" + number;
    Directory directory = server.running().directory();
    directory.accounts().create(account, account, ACTOR);
    directory
        .accounts()
        .grant(
            account,
            Grant.of(SimulatedServer.BUREAU, number == 0 ? Role.SUPERVISOR : Role.INSPECTOR),
            ACTOR);
    String code = directory.enrolments().createCode(account, SimulatedServer.BUREAU, ACTOR);
    BadNetwork network = new BadNetwork(server::network);
    try {
      Enrolment enrolment =
          new EnrolmentDesk(network, server.clock())
              .enrol(new EnrolmentRequest(code, "phone-" + number, account, ""));
      return new SimulatedPhone(
          number, folder, enrolment, network, BEGINNING, seed * 31 + number, wiring);
    } catch (EnrolmentRefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets one thing happen. */
  void make(Move move) {
    happened.merge(move.getClass().getSimpleName(), 1, Integer::sum);
    if (move instanceof Move.Act act) {
      Random random = new Random(act.seed());
      var unused = phones.get(act.phone()).act(phone -> People.act(phone, random));
    } else if (move instanceof Move.Sync sync) {
      SimulatedPhone phone = phones.get(sync.phone());
      phone.network().befall(sync.seed(), sync.percent());
      var unused = phone.sync();
    } else if (move instanceof Move.Kill kill) {
      fate(kill.process()).arm(kill.kill());
    } else if (move instanceof Move.Fill fill) {
      fate(fill.process()).fill(fill.transactions());
    } else if (move instanceof Move.Jump jump) {
      if (jump.process() == Move.SERVER) {
        server.clock().jump(Duration.ofSeconds(jump.seconds()));
      } else {
        phones.get(jump.process()).jump(Duration.ofSeconds(jump.seconds()));
      }
    } else if (move instanceof Move.BackUp) {
      server.backUp();
    } else if (move instanceof Move.Restore) {
      if (server.restore()) {
        revoked.clear();
      }
    } else if (move instanceof Move.Revoke revoke) {
      asOffice(
          () -> {
            server
                .running()
                .directory()
                .devices()
                .revoke(phones.get(revoke.phone()).enrolment().device(), ACTOR);
            revoked.add(revoke.phone());
          });
    } else if (move instanceof Move.Rescope rescope) {
      String account = phones.get(rescope.phone()).enrolment().account();
      Role role = phones.get(rescope.phone()).enrolment().role();
      asOffice(
          () ->
              server
                  .running()
                  .directory()
                  .accounts()
                  .grant(account, Grant.of(SimulatedServer.BUREAU, role), ACTOR));
    }
    server.reviveIfDead();
  }

  /** What the office does on the server itself may fail as anything there does. */
  private static void asOffice(Runnable work) {
    try {
      work.run();
    } catch (Killed | cn.anxun.server.storage.StorageException e) {
      // Nothing was said to be done.
    }
  }

  private Fate fate(int process) {
    return process == Move.SERVER ? server.fate() : phones.get(process).fate();
  }

  /** All faults end, everybody syncs until nothing moves any more. */
  void heal() {
    server.fate().calm();
    server.clock().set(BEGINNING.plus(Duration.ofDays(60)));
    for (SimulatedPhone phone : phones) {
      phone.fate().calm();
      phone.network().befall(0, 0);
      phone.setClock(BEGINNING.plus(Duration.ofDays(60)));
    }
    for (int round = 0; round < 2; round++) {
      for (SimulatedPhone phone : phones) {
        settle(phone);
      }
    }
  }

  private static void settle(SimulatedPhone phone) {
    SyncOutcome last = null;
    for (int i = 0; i < MOST_SYNCS; i++) {
      last = phone.sync().orElseThrow(() -> new AssertionError("died though nothing befell it"));
      if (last instanceof SyncOutcome.Revoked
          || (last instanceof SyncOutcome.Done done && done.counts().waiting() == 0)) {
        return;
      }
    }
    throw new BrokenPromise(Promise.SYNCS_END, "does not come to an end: " + last);
  }

  /** Everything that must hold, or an error that says what does not. */
  void check() {
    List<LedgerEntry> ledger = entries(server.ledger(), Stamp.UNSENT - 1);
    Map<String, LedgerEntry> byId = new HashMap<>();
    for (LedgerEntry entry : ledger) {
      require(
          Promise.COUNTS_ONCE,
          byId.put(entry.id(), entry) == null,
          "twice in the ledger: " + entry.id());
    }
    for (int i = 0; i < ledger.size(); i++) {
      require(
          Promise.NO_GAP,
          ledger.get(i).seq() == i + 1L,
          "a gap in the ledger before " + ledger.get(i).seq());
    }
    Recount recount = new Recount(ledger);
    requireFigures("the server", server.ledger().state(cutoff(server.ledger().lastSeq())), recount);
    for (int i = 0; i < phones.size(); i++) {
      checkPhone(i, ledger, byId, recount);
    }
  }

  private void checkPhone(
      int number, List<LedgerEntry> ledger, Map<String, LedgerEntry> byId, Recount recount) {
    SimulatedPhone phone = phones.get(number);
    Map<String, OutboxEntry> own = new HashMap<>();
    for (OutboxState state : OutboxState.values()) {
      phone.store().list(state).forEach(entry -> own.put(entry.id(), entry));
    }
    for (WrittenEntry saved : phone.seenSaved().values()) {
      String id = saved.entry().id();
      OutboxEntry held = own.get(id);
      require(
          Promise.STAYS_ON_THE_PHONE,
          held != null,
          "phone " + number + " lost what was seen saved: " + id);
      LedgerEntry accepted = byId.get(id);
      if (accepted != null) {
        require(
            Promise.KEEPS_ITS_BYTES,
            new String(accepted.written().bytes(), StandardCharsets.UTF_8)
                .equals(new String(saved.bytes(), StandardCharsets.UTF_8)),
            "the ledger holds other bytes of " + id);
      } else {
        require(
            Promise.REACHES_THE_LEDGER,
            revoked.contains(number)
                || (held.state() == OutboxState.QUARANTINED && held.problem().isPresent()),
            "phone "
                + number
                + ": neither in the ledger nor put aside: "
                + id
                + " "
                + held.state());
      }
    }
    if (revoked.contains(number)) {
      return;
    }
    OutboxCounts counts = phone.store().counts();
    require(
        Promise.NOTHING_WAITS,
        counts.pending() == 0,
        "phone " + number + " still has pending ones");
    List<LedgerEntry> pulled = entries(phone.store(), Stamp.UNSENT - 1);
    require(
        Promise.SAME_LEDGER,
        pulled.equals(ledger),
        "phone " + number + " holds another ledger: " + difference(pulled, ledger));
    requireFigures("phone " + number, phone.phone0().state(cutoff(Stamp.UNSENT - 1)), recount);
  }

  private static String difference(List<LedgerEntry> one, List<LedgerEntry> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!one.get(i).equals(other.get(i))) {
        return "at " + (i + 1) + ": " + one.get(i) + " and " + other.get(i);
      }
    }
    return one.size() + " and " + other.size();
  }

  private static Cutoff cutoff(long seq) {
    return new Cutoff(seq, LocalDate.of(People.YEAR, 12, 31));
  }

  private static void requireFigures(String who, LedgerState state, Recount recount) {
    MEASURES.forEach(
        (name, json) -> {
          try {
            Measure measure =
                MeasureJson.read(JsonText.read(json.getBytes(StandardCharsets.UTF_8)));
            BigDecimal value =
                FigureEngine.figure(state, measure, "", Period.year(People.YEAR)).part();
            BigDecimal counted = recount.figures().get(name);
            require(
                Promise.FIGURES_ARE_RIGHT,
                value.compareTo(counted) == 0,
                who + " counts " + value + " " + name + ", by hand they are " + counted);
          } catch (MeasureRejectedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static List<LedgerEntry> entries(LedgerView ledger, long upTo) {
    List<LedgerEntry> entries = new ArrayList<>();
    ledger.scan(0, upTo, entries::add);
    return entries;
  }

  private static void require(Promise promise, boolean holds, String otherwise) {
    if (!holds) {
      throw new BrokenPromise(promise, otherwise);
    }
  }

  /** What happened, and how often. */
  Map<String, Integer> happened() {
    Map<String, Integer> all = new LinkedHashMap<>(happened);
    all.put("entries", (int) server.ledger().lastSeq());
    all.put("server killed", server.kills());
    all.put("phones killed", phones.stream().mapToInt(SimulatedPhone::kills).sum());
    for (SimulatedPhone phone : phones) {
      phone
          .network()
          .counts()
          .forEach((fault, count) -> all.merge(fault.name(), count, Integer::sum));
    }
    return all;
  }

  @Override
  public void close() {
    phones.forEach(SimulatedPhone::close);
    server.close();
  }
}
