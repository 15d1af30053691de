package cn.anxun.server.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL, started when it is first asked for and stopped with the JVM, at a free port
 * and in a folder of its own. Whoever uses it takes schemas that nobody else has.
 */
public final class TestPostgres {
  /** Where it is there: as durable as a disk to PostgreSQL, and without a disk's time. */
  private static final Path MEMORY = Path.of("/dev/shm");

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

  private static EmbeddedPostgres start() {
    try {
      Path folder =
          Files.isWritable(MEMORY)
              ? Files.createTempDirectory(MEMORY, "anxun-postgres-")
              : Files.createTempDirectory("anxun-postgres-");
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

  /** A name that no other test gives to a bureau. */
  public static String newBureau() {
    return "test-" + BUREAUS.incrementAndGet();
  }
}
