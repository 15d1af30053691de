package cn.anxun.server.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL, started when it is first asked for and stopped with the JVM, at a free port
 * and in a folder of its own. Whoever uses it takes schemas that nobody else has.
 */
public final class TestPostgres {
  /** Where it is there: as durable as a disk to PostgreSQL, and without a disk's time. */
  private static final Path MEMORY = Path.of("/dev/shm");

  /** The folder to lie in instead. */
  private static final String FOLDER = "anxun.postgres.folder";

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final AtomicInteger BUREAUS = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;

  private TestPostgres() {}

  /** Whether there is one for this machine. */
  public static boolean isAvailable() {
    return System.getProperty("os.name", "").equals("Linux")
        && System.getProperty("os.arch", "").equals("amd64");
  }

  /** Skips the test, with a line that says why, where there is none. */
  public static void require() {
    Assumptions.assumeTrue(
        isAvailable(), "there is a PostgreSQL for tests on Linux on x86-64 alone");
  }

  /** A database of it, which its tests share. */
  public static synchronized PostgresAddress address() {
    require();
    EmbeddedPostgres running = server;
    if (running == null) {
      running = start();
      server = running;
    }
    return PostgresAddress.parse(
        "postgresql://postgres@127.0.0.1:" + running.getPort() + "/postgres");
  }

  /**
   * Another database, for who needs a server's directory too.
   *
   * @param template what it begins with, to which nobody is connected; null for nothing
   */
  public static PostgresAddress newDatabase(@Nullable PostgresAddress template) {
    String name = "anxun_" + DATABASES.incrementAndGet();
    String of = template == null ? "" : " TEMPLATE " + template.database();
    execute("CREATE DATABASE " + name + of);
    return PostgresAddress.parse("postgresql://postgres@" + address().hosts() + "/" + name);
  }

  /** Takes a database away, whoever is connected to it. */
  public static void drop(PostgresAddress database) {
    execute("DROP DATABASE " + database.database() + " WITH (FORCE)");
  }

  private static void execute(String sql) {
    try (Handle handle = Jdbi.open(new PostgresConnections(address(), null))) {
      handle.execute(sql);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      Path usual =
          Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
      Path parent = Path.of(System.getProperty(FOLDER, usual.toString()));
      Path folder = Files.createTempDirectory(parent, "anxun-postgres-");
      // After PostgreSQL has stopped and taken its own folder away.
      folder.toFile().deleteOnExit();
      return EmbeddedPostgres.builder()
          .setDataDirectory(folder.resolve("data"))
          .setCleanDataDirectory(true)
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .setServerConfig("max_wal_size", "64MB")
          .setErrorRedirector(ProcessBuilder.Redirect.to(new File("/dev/null")))
          .setOutputRedirector(ProcessBuilder.Redirect.to(new File("/dev/null")))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new database, whose directory and bureaus nobody has used. */
  public static PostgresAddress newDatabase() {
    PostgresAddress shared = address();
    String name = "test_" + DATABASES.incrementAndGet();
    try (Handle handle = Jdbi.open(shared.url(), shared.user(), "")) {
      handle.execute("CREATE DATABASE " + name);
    }
    return PostgresAddress.parse(
        "postgresql://" + shared.user() + '@' + shared.hosts() + '/' + name);
  }

  /** A name that no other test gives to a bureau. */
  public static String newBureau() {
    return "test-" + BUREAUS.incrementAndGet();
  }
}
