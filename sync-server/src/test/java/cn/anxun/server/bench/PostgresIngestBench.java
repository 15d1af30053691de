package cn.anxun.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.PostgresAddress;
import cn.anxun.server.storage.PostgresDatabases;
import cn.anxun.server.storage.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast entries come in through one server over a PostgreSQL on this machine, and how many bytes
 * each takes there. Prints and asserts nothing but the counts.
 */
@EnabledIfSystemProperty(named = "anxun.bench", matches = "true")
class PostgresIngestBench {
  private static final int ENTRIES = 20_000;
  private static final int ROUNDS = 4;
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
    measure(folder.resolve("files-100"), 100, ENTRIES);
    PostgresAddress postgres = measurePostgres("postgres-100", 100, ENTRIES);
    measure(folder.resolve("files-1"), 1, ENTRIES / 10);
    PostgresAddress unused = measurePostgres("postgres-1", 1, ENTRIES / 10);
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

  private PostgresAddress measurePostgres(String name, int atOnce, int entries) throws Exception {
    PostgresAddress postgres = TestPostgres.newDatabase();
    try (DataDirectory data = DataDirectory.open(folder.resolve(name), "bench")) {
      data.usePostgres(postgres);
    }
    measure(folder.resolve(name), atOnce, entries);
    return postgres;
  }

  private static void measure(Path data, int atOnce, int entries) throws Exception {
    try (Ingest ingest = new Ingest(data, CLIENTS, entries, atOnce)) {
      for (int round = 0; round < ROUNDS; round++) {
        double perSecond = ingest.perSecond();
        assertThat(perSecond).isPositive();
        System.out.printf(
            "%s, %d clients, pushes of %d, round %d: %.0f entries/s%n",
            data.getFileName(), CLIENTS, atOnce, round, perSecond);
      }
    }
  }
}
