package cn.anxun.server.storage;

import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static cn.anxun.server.storage.SampleEntries.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.verify.LedgerVerifier;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts of the storage on a real PostgreSQL, and what is of PostgreSQL alone. */
class PostgresDatabasesTest {
  private static final String RECORD_INDEXES =
      "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND tablename ="
          + " 'record'";

  private static PostgresDatabases databases;
  private final String bureau = TestPostgres.newBureau();

  @BeforeAll
  static void start() {
    databases = PostgresDatabases.open(TestPostgres.address(), null);
  }

  @AfterAll
  static void stop() {
    if (databases != null) {
      databases.close();
    }
  }

  @Nested
  class ItsDatabase extends DatabaseContract {
    @Override
    Database open() {
      return databases.openBureau(bureau);
    }
  }

  @Nested
  class ItsLedger extends BureauLedgerContract {
    @Override
    Database openDatabase() {
      return databases.openBureau(bureau);
    }

    @Override
    String refusal() {
      return "org.postgresql.util.PSQLException: ERROR: ";
    }
  }

  @Nested
  class ItsRecords extends RecordTableContract {
    @Override
    Database openDatabase() {
      return databases.openBureau(bureau);
    }
  }

  @Nested
  class ItsAcceptance extends AcceptanceContract {
    @Override
    Database openDatabase() {
      return databases.openBureau(bureau);
    }

    @Override
    void refuse(Handle handle, String id) {
      handle.execute("ALTER TABLE entry ADD CONSTRAINT fault CHECK (id <> '" + id + "')");
    }
  }

  private static StoredBureauLedger ledger(Database database) {
    return StoredBureauLedger.open(database, SampleEntries.CLOCK, new Random(7), new LedgerFold());
  }

  @Test
  void bureaus_whenLedgersWereOpened_areListedAndApart() {
    String other = TestPostgres.newBureau();
    ledger(databases.openBureau(other)).accept(INSPECTOR, bytes(new SampleEntries().drills(2)));

    assertThat(databases.hasBureau(bureau)).isFalse();
    assertThat(ledger(databases.openBureau(bureau)).lastSeq()).isZero();
    assertThat(databases.bureaus()).contains(bureau, other);
  }

  @Test
  void openBureau_whenTheNameIsNone_isRefused() {
    for (String name : List.of("", "A", "a\";drop", "a".repeat(57))) {
      assertThatThrownBy(() -> databases.openBureau(name))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(databases.openBureau("a".repeat(47) + bureau.replaceAll("\\D", "")).describe())
        .contains("aaa");
  }

  @Test
  void moveAway_ofTheLongestName_isWhereItIsFoundToBe() {
    for (int length : new int[] {48, 49, 56}) {
      String name =
          (bureau.replaceAll("\\D", "") + "-").concat("a".repeat(60)).substring(0, length);
      assertThat(databases.openBureau(name).describe()).contains(name);

      databases.moveAway(name, Head.EMPTY, SampleEntries.CLOCK.instant());

      assertThat(databases.isMovedAway(name)).as(name).isTrue();
      assertThat(databases.hasBureau(name)).as(name).isFalse();
    }
  }

  @Test
  void write_onceItHasTheLock_takesAsLongAsItTakes() {
    Database database = databases.openBureau(bureau);

    assertThat(
            database.<String>write(
                handle -> handle.createQuery("SHOW statement_timeout").mapTo(String.class).one()))
        .isEqualTo("0");
  }

  @Test
  void hasOthers_whenAServerOfAnEarlierVersionIsConnected_isTrue() throws Exception {
    PostgresAddress address = TestPostgres.newDatabase();
    try (PostgresDatabases own = PostgresDatabases.open(address, null)) {
      assertThat(own.hasOthers()).isFalse();
      try (Connection earlier =
          DriverManager.getConnection(address.url() + "?ApplicationName=anxun", "postgres", "")) {
        assertThat(earlier.isValid(1)).isTrue();
        assertThat(own.hasOthers()).isTrue();
      }
    }
  }

  @Test
  void accept_whenTwoServersPush_losesNoSeqAndNoPullerSkipsOne() throws Exception {
    int pushes = 40;
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (PostgresDatabases others = PostgresDatabases.open(TestPostgres.address(), null)) {
      StoredBureauLedger one = ledger(databases.openBureau(bureau));
      StoredBureauLedger other = ledger(others.openBureau(bureau));
      List<Future<?>> running = new ArrayList<>();
      int made = 0;
      for (StoredBureauLedger server : List.of(one, other, one)) {
        SampleEntries samples = new SampleEntries(100 + made++);
        running.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < pushes; i++) {
                    List<Receipt> unused = server.accept(INSPECTOR, bytes(samples.drills(1)));
                  }
                }));
      }
      long all = 3L * pushes;
      Future<List<Long>> puller =
          threads.submit(
              () -> {
                List<Long> pulled = new ArrayList<>();
                AtomicLong cursor = new AtomicLong();
                while (cursor.get() < all) {
                  other.scan(
                      cursor.get(),
                      Long.MAX_VALUE,
                      entry -> {
                        pulled.add(entry.seq());
                        cursor.set(entry.seq());
                      });
                }
                return pulled;
              });
      for (Future<?> pusher : running) {
        pusher.get();
      }

      assertThat(puller.get())
          .containsExactlyElementsOf(LongStream.rangeClosed(1, all).boxed().toList());
      assertThat(one.epoch()).isEqualTo(other.epoch());
      assertThat(
              new LedgerVerifier(new LedgerFold())
                  .verify(others.openBureau(bureau), List.of(), walked -> {})
                  .findings())
          .isEmpty();
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void openBureau_whenTwoServersOpenANewOneAtOnce_makesItOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<String>> epochs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      epochs.add(threads.submit(() -> ledger(databases.openBureau(bureau)).epoch()));
    }

    assertThat(epochs.get(0).get()).isEqualTo(epochs.get(1).get()).isEqualTo(epochs.get(2).get());
    threads.shutdown();
  }

  @Test
  void write_whenTheConnectionIsCut_keepsNothingAndWorksAgain() {
    PostgresDatabase database = databases.openBureau(bureau);

    assertThatThrownBy(
            () ->
                database.change(
                    handle -> {
                      DatabaseContract.set(handle, "a", "1");
                      cut(handle);
                      DatabaseContract.set(handle, "b", "1");
                    }))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("连接不上 PostgreSQL")
        .hasMessageContaining("Nothing of this was kept");

    assertThat(database.read(DatabaseContract::names)).isEmpty();
    database.change(handle -> DatabaseContract.set(handle, "c", "1"));
    assertThat(database.read(DatabaseContract::names)).containsExactly("c");
  }

  @Test
  void write_whenTheConnectionIsCutAsItCommits_saysThatNobodyKnows() {
    PostgresDatabase database = databases.openBureau(bureau);

    assertThatThrownBy(
            () ->
                database.change(
                    handle -> {
                      DatabaseContract.set(handle, "a", "1");
                      cut(handle);
                    }))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("不知道是否已保存")
        .hasMessageContaining("not known");
  }

  /** Of a commit that a server breaks off, once, before or after it is done. */
  private static TransactionWatch cutOnce(boolean afterCommit) {
    AtomicBoolean done = new AtomicBoolean();
    return new TransactionWatch() {
      @Override
      public void committing(Database database, Handle handle) {
        boolean pushes = new StoredLedger(handle).lastSeq() > 0;
        if (pushes && done.compareAndSet(false, true)) {
          if (afterCommit) {
            handle.execute("COMMIT");
            handle.execute("BEGIN");
          }
          cut(handle);
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void accept_whenTheConnectionIsCutAsItCommits_looksAndKeepsItOnce(boolean afterCommit) {
    TestPostgres.require();
    byte[] drill = bytes(new SampleEntries().drills(1).get(0));
    try (PostgresDatabases cut =
        PostgresDatabases.open(TestPostgres.address(), null, cutOnce(afterCommit))) {
      StoredBureauLedger ledger = ledger(cut.openBureau(bureau));
      Receipt receipt = ledger.accept(INSPECTOR, List.of(drill)).get(0);
      assertThat(receipt).isInstanceOf(Receipt.Accepted.class).extracting("seq").isEqualTo(1L);
      assertThat(ledger.accept(INSPECTOR, List.of(drill))).containsExactly(receipt);
      assertThat(ledger.lastSeq()).isEqualTo(1);
    }
  }

  @Test
  void commit_answeredBy40003_isNotTakenForUndone() {
    assertThat(PostgresFailure.ofCommit("x", new SQLException("lost", "40003")))
        .isInstanceOf(UnknownOutcomeException.class)
        .hasMessageContaining("not known");
    assertThat(PostgresFailure.ofCommit("x", new SQLException("serialization", "40001")))
        .isNotInstanceOf(UnknownOutcomeException.class)
        .hasMessageContaining("Nothing of this was kept");
  }

  /** As an administrator does, or a server that is shut down. */
  private static void cut(Handle handle) {
    int connection = handle.createQuery("SELECT pg_backend_pid()").mapTo(Integer.class).one();
    databases
        .openBureau(TestPostgres.newBureau())
        .read(
            other ->
                other
                    .createQuery("SELECT pg_terminate_backend(:pid, 10000)")
                    .bind("pid", connection)
                    .mapTo(Boolean.class)
                    .one());
  }

  @Test
  void open_whenCommitsAreNotSyncedToTheDisk_isRefused() {
    PostgresAddress careless =
        PostgresAddress.parse(
            "postgresql://postgres@"
                + TestPostgres.address().hosts()
                + "/postgres?options=-c%20synchronous_commit=off");

    assertThatThrownBy(() -> PostgresDatabases.open(careless, null))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("synchronous_commit")
        .hasMessageContaining("断电时可能丢失数据")
        .hasMessageContaining("a power cut could lose data");
  }

  @Test
  void open_whenNothingListens_saysWhatToDo() {
    PostgresAddress nobody = PostgresAddress.parse("postgresql://postgres@127.0.0.1:1/postgres");

    assertThatThrownBy(() -> PostgresDatabases.open(nobody, null))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("连接不上 PostgreSQL");
  }

  @Test
  void schema_whenANewerVersionWroteIt_isNotTouched() {
    PostgresDatabase database = databases.openBureau(bureau);
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO flyway_schema_history SELECT 99, '99', description,"
                    + " type, script, checksum, installed_by, installed_on, execution_time, success"
                    + " FROM flyway_schema_history WHERE version = '1'"));

    assertThatThrownBy(() -> databases.openBureau(bureau))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("newer Anxun");
  }

  @Test
  void openBureau_onTablesOfTheFirstScriptWithEntries_keepsThemAll() {
    PostgresDatabase first = databases.openBureau(bureau);
    SampleEntries samples = new SampleEntries();
    List<Receipt> receipts = ledger(first).accept(INSPECTOR, bytes(samples.drills(20)));
    Head head = ledger(first).head();
    first.change(PostgresDatabasesTest::putBackToTheFirstScript);

    PostgresDatabase today = databases.openBureau(bureau);

    assertThat(receipts).hasSize(20);
    assertThat(ledger(today).head()).isEqualTo(head);
    assertThat(texts(today, RECORD_INDEXES)).containsExactly("record_pkey");
    assertThat(
            new LedgerVerifier(new LedgerFold()).verify(today, List.of(), walked -> {}).findings())
        .isEmpty();
    ledger(today).accept(INSPECTOR, bytes(samples.drills(1)));
    assertThat(ledger(today).head().seq()).isEqualTo(21);
  }

  /** What the second script did is undone. */
  private static void putBackToTheFirstScript(Handle handle) {
    handle.execute("CREATE INDEX record_of_type ON record (type, date)");
    handle.execute("CREATE INDEX record_of_site ON record (site) WHERE site <> ''");
    handle.execute("CREATE INDEX record_of_number ON record (number) WHERE number <> ''");
    handle.execute("DELETE FROM flyway_schema_history WHERE version = '2'");
  }

  @Test
  void truncate_whichAsksNoTriggerOfDelete_isRefusedToo() {
    assertTruncateIsRefused(databases.openBureau(bureau), "entry", "an entry is never deleted");
    for (String table : List.of("audit", "audit_chain", "last_id")) {
      assertTruncateIsRefused(databases.openDirectory(), table, "never changed nor deleted");
    }
  }

  private static void assertTruncateIsRefused(Database database, String table, String refusal) {
    assertThatThrownBy(
            () -> database.change(handle -> handle.execute("TRUNCATE " + table + " CASCADE")))
        .hasStackTraceContaining(refusal);
  }

  @Test
  void history_whenMigrated_isTheListByWhichFlywayIsSpared() {
    assertHistory(databases.openBureau(bureau), PostgresDatabases.BUREAU_MIGRATIONS);
    assertHistory(databases.openDirectory(), PostgresDatabases.DIRECTORY_MIGRATIONS);
  }

  private static void assertHistory(PostgresDatabase database, String migrations) {
    List<String> history =
        texts(database, Migrations.HISTORY + " flyway_schema_history" + Migrations.IN_ORDER);

    assertThat(new Migrations(migrations).isWhole(history))
        .as("there is another script: %s belongs into history.txt of %s", history, migrations)
        .isTrue();
  }

  private static List<String> texts(Database database, String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
