package cn.anxun.server.simulation;

import cn.anxun.core.sync.RemoteAnswer.Reason;
import cn.anxun.server.backup.Backup;
import cn.anxun.server.backup.Restore;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.phone.Network;
import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.serve.ServerOptions.Transport;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Databases;
import cn.anxun.server.storage.Head;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The real server over real files, or over PostgreSQL, which dies and comes back. */
final class SimulatedServer implements AutoCloseable {
  static final String BUREAU = "test";

  static final Path DIRECTORY_FILE = Path.of("directory.db");
  static final Path BUREAU_FILE = Path.of("bureaus", BUREAU + ".db");

  /** All that a server of one bureau keeps. */
  static final List<Path> FILES = List.of(DIRECTORY_FILE, BUREAU_FILE, Path.of("bundle.key"));

  static final ServerOptions OPTIONS =
      ServerOptions.inProcess().withTransport(new Transport.InMemory(Threads.SHARED));

  /** What befalls the next exchange of this thread. */
  private static final ThreadLocal<@Nullable Damage> DAMAGE = new ThreadLocal<>();

  private static final int UNAVAILABLE = 503;

  private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(1);

  private final Path folder;
  private final SeededRandom random;
  private final SettableClock clock = new SettableClock(World.BEGINNING);
  private final Wiring wiring;
  private final Happened happened;
  private final Network door;
  private final @Nullable SimulatedPostgres postgres;
  private Fate fate;
  private Path root;
  private Server server;
  private LocalNetwork network;
  private @Nullable Path backup;
  private @Nullable Thread meeting;
  private Runnable atAnswer = () -> {};
  private boolean old;
  private int lives;

  /**
   * A new server with one bureau.
   *
   * @param folder empty; its data is kept there
   */
  SimulatedServer(Path folder, long seed, Wiring wiring, Happened happened) {
    this.folder = folder;
    this.random = new SeededRandom(seed);
    this.wiring = wiring;
    this.happened = happened;
    this.door = wiring.server(this::send);
    this.root = folder.resolve("data-0");
    this.fate = new Fate("server", happened);
    if (wiring.isOnPostgres()) {
      this.postgres = SimulatedPostgres.copy();
    } else {
      this.postgres = null;
      Template.copyServer(root);
    }
    this.server = start();
    this.network = new LocalNetwork(server.connector());
  }

  private Server start() {
    Fate next = new Fate("server", happened);
    Path living = root;
    Path heir = folder.resolve("data-" + ++lives);
    next.atDeath(() -> leave(next, living, heir));
    DataDirectory data = DataDirectory.open(root, "simulation", wiring.serverDisk(next));
    Databases databases = postgres == null ? data : postgres.open(wiring.serverDisk(next));
    Server started = Server.start(data, databases, OPTIONS, clock, random);
    fate = next;
    return started;
  }

  private static void leave(Fate fate, Path from, Path to) {
    for (Path file : FILES) {
      if (Files.exists(from.resolve(file))) {
        fate.copy(from.resolve(file), to.resolve(file));
      }
    }
  }

  /** The way to it; while it is dead there is none, and what it had not answered is lost. */
  Optional<Network> network() {
    return fate.isDead() ? Optional.empty() : Optional.of(door);
  }

  /** The next exchange of this thread is befallen by this. */
  void damageNext(@Nullable Damage next) {
    DAMAGE.set(next);
  }

  private Network.Result send(Network.Request request) {
    Damage befalls = DAMAGE.get();
    DAMAGE.remove();
    clock.forward(BETWEEN_REQUESTS);
    Fate answering = fate;
    int limited = answering.limited();
    Network.Result result =
        old
            ? OldServer.answer(request, passed -> network.send(passed, befalls), happened)
            : network.send(request, befalls);
    if (result instanceof Network.Result.Reply reply
        && reply.status() == UNAVAILABLE
        && !answering.isDead()) {
      requireFull(answering, limited, () -> new AssertionError("503 though the disk has room"));
    }
    awaitMeeting();
    return fate.isDead() ? new Network.Result.Failed(Reason.LOST) : result;
  }

  /** What is kept here may fail to be kept where the disk is full, and for no other reason. */
  <E extends Throwable> void requireFull(Fate of, int limitedBefore, Supplier<E> otherwise)
      throws E {
    if (of.limited() == limitedBefore) {
      throw otherwise.get();
    }
    happened.count("server" + Fate.FULL_DISK);
  }

  /**
   * What is being answered is told only when this thread is done.
   *
   * @param work is done when all that there is to do for the answer is done
   */
  synchronized void meet(Thread thread, Runnable work) {
    meeting = thread;
    atAnswer = work;
  }

  private void awaitMeeting() {
    Thread thread;
    synchronized (this) {
      thread = meeting;
      if (thread == null || thread == Thread.currentThread()) {
        return;
      }
      meeting = null;
      atAnswer.run();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it is of a version that does not know trainings. */
  void beOld(boolean is) {
    old = is;
  }

  Fate fate() {
    return fate;
  }

  SettableClock clock() {
    return clock;
  }

  Server running() {
    return server;
  }

  BureauLedger ledger() {
    return server.ledger(BUREAU);
  }

  /** Starts it again where it was killed, on what it left. */
  void reviveIfDead() {
    if (fate.isDead()) {
      happened.count("server: killed");
      Path next = folder.resolve("data-" + lives);
      stop();
      root = next;
      begin();
    }
  }

  /**
   * Ends, and begins again on the tables of the first release with all that there is, which it has
   * to bring up to date. Nothing on PostgreSQL, which the first release did not know.
   */
  void upgradeTables() {
    if (postgres != null) {
      return;
    }
    Head before = ledger().head();
    stop();
    Path target = folder.resolve("data-" + ++lives);
    EarlierTables.copy(root, target);
    root = target;
    begin();
    if (!ledger().head().equals(before)) {
      throw new BrokenPromise(
          Promise.KEEPS_ITS_BYTES, "upgraded from " + before + " to " + ledger().head());
    }
  }

  /** Nothing on PostgreSQL, which has its own. */
  void backUp() {
    if (postgres != null) {
      return;
    }
    Path target = folder.resolve("backup-" + lives + "-" + random.nextLong());
    var unused = Backup.make(DataDirectory.view(root), target, clock, line -> {});
    backup = target;
    happened.count("backup made");
  }

  /** Nothing where there is no backup to restore. */
  void restore() {
    if (backup == null) {
      return;
    }
    stop();
    Path target = folder.resolve("data-" + ++lives);
    var unused = Restore.restore(backup, target, random, line -> {});
    root = target;
    begin();
    happened.count("backup restored");
  }

  private void begin() {
    server = start();
    network = new LocalNetwork(server.connector());
  }

  private void stop() {
    try {
      server.close();
    } catch (Killed e) {
      // It is dead already; only its threads and files had to go.
    }
    if (postgres != null) {
      postgres.disconnect();
    }
  }

  /** Does this with the server's tables as a person has them who looks from outside. */
  <T> T look(Function<Databases, T> look) {
    try (DataDirectory data = DataDirectory.view(root)) {
      return look.apply(postgres == null ? data : postgres.databases());
    }
  }

  @Override
  public void close() {
    stop();
    if (postgres != null) {
      postgres.close();
    }
  }
}
