package cn.anxun.server.simulation;

import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.serve.Server;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.PostgresAddress;
import cn.anxun.server.storage.PostgresDatabases;
import cn.anxun.server.storage.TestPostgres;
import cn.anxun.server.storage.TransactionWatch;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one simulated server in a PostgreSQL database of their own: a copy of one that is
 * made once, as {@link Template} is. The server connects anew in each of its lives.
 */
final class SimulatedPostgres implements AutoCloseable {
  private static @Nullable PostgresAddress template;

  private final PostgresAddress address;
  private @Nullable PostgresDatabases connected;

  private SimulatedPostgres(PostgresAddress address) {
    this.address = address;
  }

  static SimulatedPostgres copy() {
    return new SimulatedPostgres(TestPostgres.newDatabase(template()));
  }

  private static synchronized PostgresAddress template() {
    if (template == null) {
      template = makeTemplate();
    }
    return template;
  }

  private static PostgresAddress makeTemplate() {
    PostgresAddress address = TestPostgres.newDatabase(null);
    SettableClock clock = new SettableClock(World.BEGINNING);
    Path folder = Disks.folder();
    try (PostgresDatabases databases = PostgresDatabases.open(address, null);
        Server server =
            Server.start(
                DataDirectory.open(folder.resolve("data"), "template"),
                databases,
                SimulatedServer.OPTIONS,
                clock,
                new SeededRandom(0))) {
      List<Enrolment> enrolments = Template.people(server, clock);
      for (int i = 0; i < enrolments.size(); i++) {
        if (!enrolments.get(i).equals(Template.enrolment(i))) {
          throw new IllegalStateException("other phones than on files");
        }
      }
      return address;
    } finally {
      Disks.delete(folder);
    }
  }

  /** What a server that starts now opens. */
  PostgresDatabases open(TransactionWatch watch) {
    PostgresDatabases opened = PostgresDatabases.open(address, null, watch);
    connected = opened;
    return opened;
  }

  /** What the server that runs has open. */
  PostgresDatabases databases() {
    if (connected == null) {
      throw new IllegalStateException("nobody is connected");
    }
    return connected;
  }

  /** The server's end takes its connections, and with them what it had not committed. */
  void disconnect() {
    if (connected != null) {
      connected.close();
      connected = null;
    }
  }

  @Override
  public void close() {
    disconnect();
    TestPostgres.drop(address);
  }
}
