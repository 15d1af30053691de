package cn.anxun.server.cases;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.disk.Folders;
import cn.anxun.server.phone.EnrolmentDesk;
import cn.anxun.server.phone.EnrolmentRefusedException;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.Network;
import cn.anxun.server.phone.Phone;
import cn.anxun.server.phone.SqlitePhoneStore;
import cn.anxun.server.phone.UnreliableNetwork;
import cn.anxun.server.serve.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The people of a replayed bureau: makes their accounts, enrols their phones over HTTP, has them
 * sync.
 */
final class Crew implements AutoCloseable {
  /** How many requests of one something befalls. */
  private static final double FAULT_RATE = 0.15;

  private static final int PULLING_AT_ONCE = 4;
  private static final String ACTOR = "case";

  private final Server server;
  private final Bureau bureau;
  private final LocalDate firstDay;
  private final long seed;
  private final Path folder;
  private final List<FieldPhone> phones = new ArrayList<>();
  private final List<SqlitePhoneStore> stores = new ArrayList<>();

  /** A crew of nobody yet, whose work begins on this day. */
  Crew(Server server, Bureau bureau, LocalDate firstDay, long seed) {
    this.server = server;
    this.bureau = bureau;
    this.firstDay = firstDay;
    this.seed = seed;
    server.directory().bureaus().create(bureau, ACTOR);
    try {
      this.folder = Files.createTempDirectory("anxun-phones-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everybody, in the order in which they were enrolled. */
  List<FieldPhone> phones() {
    return phones;
  }

  /**
   * A new account and its phone.
   *
   * @param onDisk whether the phone keeps its entries in a SQLite file
   * @throws ReplayException where the server does not enrol it
   */
  FieldPhone enrol(String account, String name, Role role, boolean onDisk) throws ReplayException {
    Directory directory = server.directory();
    directory.accounts().create(account, name, ACTOR);
    directory.accounts().grant(account, Grant.of(bureau.id(), role), ACTOR);
    String code = directory.enrolments().createCode(account, bureau.id(), ACTOR);
    WorkClock clock = new WorkClock(firstDay);
    Random random = new Random(seed * 1_000 + phones.size());
    UnreliableNetwork network =
        new UnreliableNetwork(HttpNetwork.to(server.address()), random, FAULT_RATE);
    Enrolment enrolment = enrolment(network, clock, new EnrolmentRequest(code, account, name, ""));
    Phone phone = new Phone(enrolment, store(account, onDisk), network, clock, random);
    FieldPhone enrolled = new FieldPhone(phone, clock, network);
    phones.add(enrolled);
    return enrolled;
  }

  private static Enrolment enrolment(Network network, WorkClock clock, EnrolmentRequest request)
      throws ReplayException {
    try {
      return new EnrolmentDesk(network, clock).enrol(request);
    } catch (EnrolmentRefusedException e) {
      throw new ReplayException("enrolment", request.deviceName(), String.valueOf(e.getMessage()));
    }
  }

  private PhoneStore store(String account, boolean onDisk) {
    if (!onDisk) {
      return new InMemoryPhoneStore();
    }
    SqlitePhoneStore store = SqlitePhoneStore.open(folder.resolve(account + ".db"));
    stores.add(store);
    return store;
  }

  /**
   * Everybody pushes, one after the other so that a seed gives the same ledger again; then all at
   * once pull what the others pushed.
   *
   * @throws ReplayException where somebody's entries do not arrive
   */
  void sync() throws ReplayException {
    for (FieldPhone phone : phones) {
      phone.sync();
    }
    ExecutorService threads = Executors.newFixedThreadPool(PULLING_AT_ONCE);
    try {
      List<Future<@Nullable Void>> pulls = new ArrayList<>();
      for (FieldPhone phone : phones) {
        pulls.add(
            threads.submit(
                () -> {
                  phone.sync();
                  return null;
                }));
      }
      for (Future<@Nullable Void> pull : pulls) {
        await(pull);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(Future<@Nullable Void> pull) throws ReplayException {
    try {
      pull.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ReplayException failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Makes sure that the server has accepted everything.
   *
   * @throws ReplayException where it has not, with the reason of the first
   */
  void requireAccepted() throws ReplayException {
    for (FieldPhone phone : phones) {
      List<OutboxEntry> refused = phone.phone().store().list(OutboxState.QUARANTINED);
      if (!refused.isEmpty()) {
        throw new ReplayException(
            "quarantined",
            phone.phone().enrolment().name(),
            refused.size(),
            refused.get(0).problem().map(problem -> problem.message()).orElse(""));
      }
    }
  }

  @Override
  public void close() {
    stores.forEach(SqlitePhoneStore::close);
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
