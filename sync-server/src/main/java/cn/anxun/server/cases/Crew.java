package cn.anxun.server.cases;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.phone.EnrolmentDesk;
import cn.anxun.server.phone.EnrolmentRefusedException;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.Network;
import cn.anxun.server.phone.Phone;
import cn.anxun.server.phone.SqlitePhoneStore;
import cn.anxun.server.phone.UnreliableNetwork;
import cn.anxun.server.serve.Server;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The people of a replayed bureau: makes their accounts and enrols their phones over HTTP. */
final class Crew implements AutoCloseable {
  /** How many requests of a hundred something befalls. */
  private static final double FAULT_RATE = 0.15;

  private static final String ACTOR = "case";

  private final Server server;
  private final Bureau bureau;
  private final LocalDate firstDay;
  private final long seed;
  private final Path folder;
  private final List<SqlitePhoneStore> stores = new ArrayList<>();
  private final List<UnreliableNetwork> networks = new ArrayList<>();
  private int enrolled;

  /**
   * A crew of nobody yet.
   *
   * @param folder for the stores of phones that keep theirs on disk
   */
  Crew(Server server, Bureau bureau, LocalDate firstDay, long seed, Path folder) {
    this.server = server;
    this.bureau = bureau;
    this.firstDay = firstDay;
    this.seed = seed;
    this.folder = folder;
    server.directory().bureaus().create(bureau, ACTOR);
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
    Random random = new Random(seed * 1_000 + enrolled);
    UnreliableNetwork network =
        new UnreliableNetwork(HttpNetwork.to(server.address()), random, FAULT_RATE);
    networks.add(network);
    enrolled++;
    Enrolment enrolment = enrolment(network, clock, new EnrolmentRequest(code, account, name, ""));
    return new FieldPhone(
        new Phone(enrolment, store(account, onDisk), network, clock, random), clock);
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

  /** How many requests failed on the way so far. */
  int faults() {
    return networks.stream()
        .flatMap(network -> network.faults().values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  @Override
  public void close() {
    stores.forEach(SqlitePhoneStore::close);
  }
}
