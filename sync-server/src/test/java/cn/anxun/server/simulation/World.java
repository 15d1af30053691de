package cn.anxun.server.simulation;

import cn.anxun.core.sync.OutboxCounts;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Inbox;
import cn.anxun.server.inbox.InboxDesk;
import cn.anxun.server.storage.StorageException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lets a schedule happen, then lets everything heal. */
final class World implements AutoCloseable {
  static final Instant BEGINNING = Instant.parse("2026-06-01T01:00:00Z");
  private static final Instant HEALED = BEGINNING.plus(Duration.ofDays(365));
  private static final int MOST_SYNCS = 40;
  private static final String ACTOR = "test";

  private final Path folder = Disks.folder();
  private final Happened happened;
  private final List<String> trace;
  private final SimulatedServer server;
  private final List<SimulatedPhone> phones = new ArrayList<>();
  private final Schedule schedule;
  private Optional<FigureChecks.Asked> earlier = Optional.empty();

  /**
   * @param happened is told what happens, and how often
   * @param trace is told each move and what came of it
   */
  World(Schedule schedule, Wiring wiring, Happened happened, List<String> trace) {
    this.schedule = schedule;
    this.happened = happened;
    this.trace = trace;
    server = new SimulatedServer(folder, schedule.seed(), wiring, happened);
    try {
      for (int i = 0; i < schedule.phones(); i++) {
        BadNetwork network = new BadNetwork(server, happened);
        phones.add(
            new SimulatedPhone(
                i,
                folder,
                schedule.inMemory(),
                network,
                schedule.seed() * 31 + i,
                wiring,
                happened));
      }
    } catch (Throwable e) {
      close();
      throw e;
    }
  }

  /** Lets one thing happen. */
  void make(Move move) {
    trace.add(move.toString());
    String came = dispatch(move);
    server.reviveIfDead();
    trace.set(trace.size() - 1, move + " → " + came);
    if (trace.size() == (schedule.moves().size() + 1) / 2) {
      atServer(() -> earlier = Optional.of(FigureChecks.Asked.of(server)));
      server.reviveIfDead();
    }
  }

  private String dispatch(Move move) {
    if (move instanceof Move.Act act) {
      Random random = new Random(act.seed());
      return String.valueOf(phones.get(act.phone()).act(phone -> People.act(phone, random)));
    } else if (move instanceof Move.Bulk bulk) {
      return bulk(bulk);
    } else if (move instanceof Move.Sync sync) {
      SimulatedPhone phone = phones.get(sync.phone());
      phone.network().befall(sync.seed(), sync.percent());
      return String.valueOf(phone.sync());
    } else if (move instanceof Move.Overlapped overlapped) {
      Random random = new Random(overlapped.deed());
      SimulatedPhone phone = phones.get(overlapped.phone());
      phone.network().befall(overlapped.seed(), overlapped.percent());
      return String.valueOf(
          phone.sync(overlapped.place(), overlapped.after(), owner -> People.act(owner, random)));
    } else if (move instanceof Move.Together together) {
      return Meeting.of(
          server, phones.get(together.phone()), phones.get(together.other()), happened);
    } else if (move instanceof Move.Kill kill) {
      fate(kill.process()).arm(kill.kill());
    } else if (move instanceof Move.Fill fill) {
      fate(fill.process()).fill(fill.transactions());
    } else if (move instanceof Move.Jump jump) {
      jump(jump);
    } else if (move instanceof Move.BackUp) {
      server.backUp();
    } else if (move instanceof Move.Restore) {
      server.restore();
    } else if (move instanceof Move.UpgradeTables) {
      atServer(this::upgradeTables);
    } else if (move instanceof Move.ServerVersion version) {
      server.beOld(version.old());
    } else if (move instanceof Move.AppVersion version) {
      phones.get(version.phone()).replaceApp(version.old());
    } else {
      atOffice(move);
    }
    return "";
  }

  private void upgradeTables() {
    if (server.ledger().lastSeq() > 0
        && phones.stream().anyMatch(phone -> phone.store().counts().pending() > 0)) {
      happened.count("server's tables upgraded with entries there and work unsent");
    }
    server.upgradeTables();
  }

  private String bulk(Move.Bulk bulk) {
    Random random = new Random(bulk.seed());
    int saved = 0;
    for (int i = 0; i < bulk.count(); i++) {
      saved +=
          phones.get(bulk.phone()).act(phone -> People.record(phone, random)).isPresent() ? 1 : 0;
    }
    return saved + " saved";
  }

  private void jump(Move.Jump jump) {
    happened.count(jump.seconds() < 0 ? "clock jumped back" : "clock jumped forward");
    if (jump.process() == Move.SERVER) {
      server.clock().forward(Duration.ofSeconds(jump.seconds()));
    } else {
      phones.get(jump.process()).jump(Duration.ofSeconds(jump.seconds()));
    }
  }

  private void atOffice(Move move) {
    atServer(() -> atOffice(move, server.running().directory()));
  }

  /** What is done on the server itself may fail as anything there does: then it was not done. */
  private void atServer(Runnable work) {
    Fate fate = server.fate();
    int limited = fate.limited();
    try {
      work.run();
    } catch (Killed e) {
      // Nothing was said to be done.
    } catch (StorageException e) {
      server.requireFull(fate, limited, () -> e);
    }
  }

  private void atOffice(Move move, Directory directory) {
    if (move instanceof Move.Revoke revoke) {
      directory.devices().revoke(phones.get(revoke.phone()).enrolment().device(), ACTOR);
      happened.count("token revoked");
    } else if (move instanceof Move.Disable disable) {
      disable(directory, phones.get(disable.phone()), disable.disabled());
    } else if (move instanceof Move.Rescope rescope) {
      directory
          .accounts()
          .grant(
              phones.get(rescope.phone()).enrolment().account(),
              Template.grant(rescope.phone(), rescope.division()),
              ACTOR);
      happened.count("scope changed");
    } else if (move instanceof Move.Decide decide) {
      decide(directory.inbox(), new Random(decide.seed()), decide.percent());
    }
  }

  private void disable(Directory directory, SimulatedPhone phone, boolean disabled) {
    directory.accounts().setDisabled(phone.enrolment().account(), disabled, ACTOR);
    if (disabled) {
      happened.count("account disabled");
    } else if (phone.store().counts().held() > 0) {
      happened.count("account enabled again after it had handed over");
    }
  }

  private void decide(Inbox inbox, Random random, int percent) {
    InboxDesk desk = new InboxDesk(inbox, ACTOR);
    for (Inbox.Item item : inbox.listUndecided(SimulatedServer.BUREAU)) {
      boolean decided = random.nextInt(100) < percent;
      if (decided && random.nextInt(3) == 0) {
        var unused = desk.discard(server.ledger(), item);
        happened.count("entry of a revoked phone refused in the inbox");
      } else if (decided) {
        var unused = desk.accept(server.ledger(), item);
        happened.count("entry of a revoked phone taken from the inbox");
      }
    }
  }

  /** Of this life of the process. */
  Fate fate(int process) {
    return process == Move.SERVER ? server.fate() : phones.get(process).fate();
  }

  /** All faults end, everybody syncs until nothing moves any more. */
  void heal() {
    server.fate().calm();
    server.clock().set(HEALED);
    server.beOld(false);
    for (SimulatedPhone phone : phones) {
      phone.fate().calm();
      phone.network().befall(0, 0);
      phone.setClock(HEALED);
      phone.replaceApp(false);
    }
    for (int round = 0; round < 2; round++) {
      phones.forEach(World::settle);
      if (round == 0 && schedule.seed() % 2 == 0) {
        phones.forEach(World::mendAll);
        decide(server.running().directory().inbox(), new Random(schedule.seed()), 100);
      }
    }
    if (schedule.seed() % 3 > 0) {
      phones.forEach(phone -> disable(server.running().directory(), phone, false));
      phones.forEach(World::settle);
    }
    phones.forEach(World::settle);
  }

  private static void mendAll(SimulatedPhone phone) {
    for (OutboxEntry entry : phone.store().list(OutboxState.QUARANTINED)) {
      var unused = phone.act(owner -> People.mend(owner, entry));
    }
  }

  private static void settle(SimulatedPhone phone) {
    SyncOutcome last = null;
    for (int i = 0; i < MOST_SYNCS; i++) {
      last = phone.sync().orElseThrow(() -> new AssertionError("died though nothing befell it"));
      OutboxCounts counts = phone.store().counts();
      if ((last instanceof SyncOutcome.Revoked || last instanceof SyncOutcome.Done)
          && counts.pending() == counts.deferred()) {
        return;
      }
    }
    throw new BrokenPromise(Promise.SYNCS_END, "does not come to an end: " + last);
  }

  /** Everything that must hold, or an error that says what does not. */
  void check() {
    new Checks(server, phones, happened, earlier).check();
  }

  @Override
  public void close() {
    phones.forEach(SimulatedPhone::close);
    server.close();
    Disks.delete(folder);
  }
}
