package cn.anxun.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.PostgresAddress;
import cn.anxun.server.storage.PostgresDatabases;
import cn.anxun.server.storage.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast entries come in through one server over a PostgreSQL on this machine, beside files, and
 * how many bytes each takes there. Prints, and asserts nothing but the counts. PostgreSQL lies in
 * memory unless {@code -Danxun.postgres.folder} names a folder on a disk.
 */
@EnabledIfSystemProperty(named = "anxun.bench", matches = "true")
class PostgresIngestBench {
  private static final int ENTRIES = 20_000;
  private static final int CLIENTS = 4;
  private static final String SIZES =
      """
      SELECT nspname || ' ' || relname || ': ' || pg_relation_size(pg_class.oid) / :entries || ' bytes an entry, indices '
        || pg_indexes_size(pg_class.oid) / :entries
      FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname = 'bureau_bureau-1' AND relkind = 'r' ORDER BY pg_total_relation_size(pg_class.oid) DESC LIMIT 4
      """;

  private static final String WHOLE =
      """
      SELECT sum(pg_total_relation_size(pg_class.oid)) / :entries
      FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname = 'bureau_bureau-1' AND relkind = 'r'
      """;

  @TempDir Path folder;

  @Test
  void ingest_overPostgres() throws Exception {
    PostgresAddress postgres = measure(100, ENTRIES);
    PostgresAddress unused = measure(1, ENTRIES / 10);
    try (PostgresDatabases databases = PostgresDatabases.open(postgres, null)) {
      databases
          .openDirectory()
          .read(
              handle ->
                  handle.createQuery(SIZES).bind("entries", ENTRIES).mapTo(String.class).list())
          .forEach(System.out::println);
      long whole =
          databases
              .openDirectory()
              .read(
                  handle ->
                      handle.createQuery(WHOLE).bind("entries", ENTRIES).mapTo(Long.class).one());
      System.out.println("all tables with their indices: " + whole + " bytes an entry");
    }
  }

  /** By turns over PostgreSQL, over files and over PostgreSQL again, see {@link Rounds}. */
  private PostgresAddress measure(int atOnce, int entries) throws Exception {
    PostgresAddress postgres = TestPostgres.newDatabase();
    Path ofPostgres = folder.resolve("postgres-" + atOnce);
    try (DataDirectory data = DataDirectory.open(ofPostgres, "bench")) {
      data.usePostgres(postgres);
    }
    try (Trial trial =
        new BothDatabases(ofPostgres, folder.resolve("files-" + atOnce), entries, atOnce)) {
      Measured measured = Rounds.STANDARD.measure(trial, round -> {});
      assertThat(measured.ratio()).isPositive();
      System.out.printf(
          "pushes of %d, %d clients: PostgreSQL %.0f entries/s, files %.0f, ratio %.2f, spread"
              + " %.2f%n",
          atOnce, CLIENTS, measured.ours(), measured.limit(), measured.ratio(), measured.spread());
    }
    return postgres;
  }

  /** The same pushes to two servers. */
  private static final class BothDatabases implements Trial {
    private final Ingest postgres;
    private final Ingest files;

    private BothDatabases(Path ofPostgres, Path ofFiles, int entries, int atOnce) {
      this.postgres = new Ingest(ofPostgres, CLIENTS, entries, atOnce);
      this.files = new Ingest(ofFiles, CLIENTS, entries, atOnce);
    }

    @Override
    public double ours() throws IOException, WrongCountException {
      return postgres.perSecond();
    }

    @Override
    public double limit() throws IOException, WrongCountException {
      return files.perSecond();
    }

    @Override
    public void close() {
      files.close();
      postgres.close();
    }
  }
}
