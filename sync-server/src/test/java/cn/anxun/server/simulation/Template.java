package cn.anxun.server.simulation;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.phone.EnrolmentDesk;
import cn.anxun.server.phone.EnrolmentRefusedException;
import cn.anxun.server.phone.SqlitePhoneStore;
import cn.anxun.server.serve.Server;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every simulation begins with, made once and copied: a server with a bureau and its people,
 * each with a phone that has never synced.
 */
final class Template {
  /** Codes of the two grids that the grid workers look after. */
  static final List<String> DIVISIONS = List.of("430602001001", "430602001002");

  /** Of each phone's owner. */
  static final List<Role> ROLES =
      List.of(Role.SUPERVISOR, Role.INSPECTOR, Role.GRID_WORKER, Role.INSPECTOR, Role.GRID_WORKER);

  private static final String ACTOR = "test";
  private static final Template ONLY = new Template();

  private final Map<Path, byte[]> data = new LinkedHashMap<>();
  private final byte[] phone;
  private final List<Enrolment> enrolments = new ArrayList<>();

  private Template() {
    Path folder = Disks.folder();
    try {
      Path root = folder.resolve("data");
      SettableClock clock = new SettableClock(World.BEGINNING);
      try (Server server =
          Server.start(
              DataDirectory.open(root, "template"),
              SimulatedServer.OPTIONS,
              clock,
              new SeededRandom(0))) {
        enrolments.addAll(people(server, clock));
      }
      for (Path file : SimulatedServer.FILES) {
        data.put(file, Files.readAllBytes(root.resolve(file)));
      }
      Path store = folder.resolve("phone.db");
      SqlitePhoneStore.open(store).close();
      phone = Files.readAllBytes(store);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Disks.delete(folder);
    }
  }

  /** Makes bureau, people and phones at a new server; the same each time. */
  static List<Enrolment> people(Server server, SettableClock clock) {
    List<Enrolment> enrolments = new ArrayList<>();
    Directory directory = server.directory();
    directory.bureaus().create(new Bureau(SimulatedServer.BUREAU, "某区应急管理局", "430602"), ACTOR);
    for (int i = 0; i < ROLES.size(); i++) {
      String account = "user" + i;
      directory.accounts().create(account, account, ACTOR);
      directory.accounts().grant(account, grant(i, 0), ACTOR);
      String code = directory.enrolments().createCode(account, SimulatedServer.BUREAU, ACTOR);
      LocalNetwork network = new LocalNetwork(server.connector());
      try {
        enrolments.add(
            new EnrolmentDesk(request -> network.send(request, null), clock)
                .enrol(new EnrolmentRequest(code, "phone-" + i, account, "")));
      } catch (EnrolmentRefusedException e) {
        throw new IllegalStateException(e);
      }
    }
    if (server.ledger(SimulatedServer.BUREAU).head().seq() != 0) {
      throw new IllegalStateException("not a new ledger");
    }
    return enrolments;
  }

  /** What the owner of this phone is; a grid worker of one division or the other. */
  static Grant grant(int phone, int division) {
    Role role = ROLES.get(phone);
    return role == Role.GRID_WORKER
        ? new Grant(SimulatedServer.BUREAU, role, "", DIVISIONS.get(division), 1)
        : Grant.of(SimulatedServer.BUREAU, role);
  }

  static Enrolment enrolment(int phone) {
    return ONLY.enrolments.get(phone);
  }

  static void copyServer(Path root) {
    ONLY.data.forEach((file, bytes) -> write(root.resolve(file), bytes));
  }

  static void copyPhone(Path file) {
    write(file, ONLY.phone);
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      var unused = Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
