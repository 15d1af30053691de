package cn.anxun.server.simulation;

import cn.anxun.server.auth.Bureau;
import cn.anxun.server.backup.Backup;
import cn.anxun.server.backup.Restore;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.Network;
import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The real server over real files, which dies and comes back. */
final class SimulatedServer implements AutoCloseable {
  static final String BUREAU = "test";

  private final Path folder;
  private final Random random;
  private final SimulatedClock clock;
  private final Wiring wiring;
  private final Network door;
  private Fate fate = new Fate();
  private Path root;
  private Server server;
  private Network network;
  private @Nullable Path backup;
  private int lives;
  private int kills;

  /**
   * A new server with one bureau.
   *
   * @param folder empty; its data is kept there
   */
  SimulatedServer(Path folder, Random random, Instant now, Wiring wiring) {
    this.folder = folder;
    this.random = random;
    this.clock = new SimulatedClock(now);
    this.wiring = wiring;
    this.door = wiring.server(this::send);
    this.root = folder.resolve("data-0");
    this.server = start();
    this.network = HttpNetwork.to(server.address());
    server.directory().bureaus().create(new Bureau(BUREAU, "某区应急管理局", "430602"), "test");
  }

  private Server start() {
    Fate next = new Fate();
    Path living = root;
    Path heir = folder.resolve("data-" + ++lives);
    next.atDeath(() -> leave(next, living, heir));
    DataDirectory data = DataDirectory.open(root, "simulation", wiring.serverDisk(next));
    Server started = Server.start(data, ServerOptions.inProcess(), clock);
    fate = next;
    return started;
  }

  private static void leave(Fate fate, Path from, Path to) {
    fate.copy(from.resolve("directory.db"), to.resolve("directory.db"));
    Path ledger = Path.of("bureaus", BUREAU + ".db");
    if (Files.exists(from.resolve(ledger))) {
      fate.copy(from.resolve(ledger), to.resolve(ledger));
    }
  }

  /** The way to it; while it is dead there is none, and what it had not answered is lost. */
  Optional<Network> network() {
    return fate.isDead() ? Optional.empty() : Optional.of(door);
  }

  private Network.Result send(Network.Request request) {
    Network.Result result = network.send(request);
    return fate.isDead()
        ? new Network.Result.Failed(cn.anxun.core.sync.RemoteAnswer.Reason.LOST)
        : result;
  }

  Fate fate() {
    return fate;
  }

  SimulatedClock clock() {
    return clock;
  }

  Server running() {
    return server;
  }

  BureauLedger ledger() {
    return server.ledger(BUREAU);
  }

  int kills() {
    return kills;
  }

  /** Starts it again where it was killed, on what it left. */
  void reviveIfDead() {
    if (fate.isDead()) {
      kills++;
      Path next = folder.resolve("data-" + lives);
      stop();
      root = next;
      begin();
    }
  }

  void backUp() {
    Path target = folder.resolve("backup-" + lives + "-" + random.nextLong());
    var unused = Backup.make(DataDirectory.view(root), target, clock, line -> {});
    backup = target;
  }

  /** Whether there was a backup to restore. */
  boolean restore() {
    if (backup == null) {
      return false;
    }
    stop();
    Path target = folder.resolve("data-" + ++lives);
    var unused = Restore.restore(backup, target, random, line -> {});
    root = target;
    begin();
    return true;
  }

  private void begin() {
    server = start();
    network = HttpNetwork.to(server.address());
  }

  private void stop() {
    try {
      server.close();
    } catch (Killed e) {
      // It is dead already; only its threads and files had to go.
    }
  }

  @Override
  public void close() {
    stop();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
