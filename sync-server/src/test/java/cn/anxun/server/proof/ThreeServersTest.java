package cn.anxun.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.storage.PostgresAddress;
import cn.anxun.server.storage.PostgresDatabase;
import cn.anxun.server.storage.PostgresDatabases;
import cn.anxun.server.storage.TestPostgres;
import cn.anxun.server.verify.LedgerVerifier;
import cn.anxun.server.verify.Verification;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three servers over one PostgreSQL, each in a process of its own, killed in turn and started again
 * while phones push and watchers pull through whichever server chance picks: what had its receipt
 * is there, once, at the place that the receipt told, and no watcher ever skips a seq. {@code
 * -Dkills=60} for sixty kills, {@code -Dseed=N} for another run.
 */
class ThreeServersTest {
  private static final int SERVERS = 3;
  private static final int PHONES = 5;
  private static final int WATCHERS = 3;
  private static final int MOST_ANSWERS = 30;

  @TempDir Path folder;

  private final int kills = Integer.getInteger("kills", 3);
  private final long seed = Long.getLong("seed", 20_261_122L);
  private final Random random = new Random(seed);
  private final AtomicLong answers = new AtomicLong();
  private final List<URI> addresses = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();
  private final List<ServedProcess> servers = new ArrayList<>();
  private final List<LoadPhone> phones = new ArrayList<>();
  private final List<LoadPhone> watchers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private PostgresAddress postgres;
  private int twoDown;

  @AfterEach
  void end() {
    phones.forEach(LoadPhone::finish);
    watchers.forEach(LoadPhone::finish);
    servers.forEach(ServedProcess::close);
  }

  @Test
  void serve_whenThreeServersAreKilledInTurn_keepsEveryReceiptedEntryOnce() throws Exception {
    postgres = TestPostgres.newDatabase();
    try (PostgresDatabases databases = PostgresDatabases.open(postgres, null)) {
      ProofBureau bureau = ProofBureau.make(databases, PHONES + WATCHERS);
      for (int i = 0; i < SERVERS; i++) {
        ports.add(ServedProcess.freePort());
        servers.add(start(i));
        addresses.add(servers.get(i).address());
      }
      for (ServedProcess server : servers) {
        server.awaitWell();
      }
      work(bureau);
      for (int kill = 0; kill < kills; kill++) {
        killOne(kill % SERVERS);
      }
      rest();
      print();
      HeldReceipts.check(phones, seed);
      for (LoadPhone watcher : watchers) {
        assertThat(watcher.broken()).as("what a watcher saw, seed %d", seed).isEmpty();
        assertThat(watcher.pulled()).isEqualTo(phones.get(0).pulled());
      }
      verify(databases);
    }
  }

  private ServedProcess start(int server) throws Exception {
    return ServedProcess.start(
        folder.resolve("data" + server),
        ports.get(server),
        log(),
        ServedProcess.SMALL,
        "--postgres",
        postgres.text());
  }

  private Path log() {
    return folder.resolve("servers.log");
  }

  private Front front() {
    return new Front(addresses, new Random(random.nextLong()));
  }

  private void work(ProofBureau bureau) throws Exception {
    for (int i = 0; i < PHONES; i++) {
      LoadPhone phone = phone(bureau);
      phones.add(phone);
      threads.add(new Thread(phone, "phone"));
    }
    for (int i = 0; i < WATCHERS; i++) {
      LoadPhone watcher = phone(bureau);
      watchers.add(watcher);
      threads.add(new Thread(watcher::watch, "watcher"));
    }
    threads.forEach(Thread::start);
  }

  private LoadPhone phone(ProofBureau bureau) throws Exception {
    Front front = front();
    return new LoadPhone(bureau.enrol(front), front, new Random(random.nextLong()), answers);
  }

  /** Now and then another one too, so that a single server goes on. */
  private void killOne(int server) throws Exception {
    serveSome();
    servers.get(server).kill();
    boolean two = random.nextInt(3) == 0;
    int other = (server + 1) % SERVERS;
    if (two) {
      serveSome();
      servers.get(other).kill();
      twoDown++;
    }
    serveSome();
    servers.set(server, start(server));
    if (two) {
      servers.set(other, start(other));
      servers.get(other).awaitWell();
    }
    servers.get(server).awaitWell();
  }

  /** Lets them answer some pushes, and work on others for a moment. */
  private void serveSome() throws InterruptedException {
    long until = answers.get() + 1 + random.nextInt(MOST_ANSWERS);
    while (answers.get() < until) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
  }

  /** Until all that was written has its receipt, and everybody has pulled it. */
  private void rest() throws InterruptedException {
    phones.forEach(LoadPhone::finish);
    watchers.forEach(LoadPhone::finish);
    for (Thread thread : threads) {
      thread.join();
    }
    phones.forEach(LoadPhone::pullAll);
    watchers.forEach(LoadPhone::pullAll);
  }

  private void verify(PostgresDatabases databases) throws Exception {
    PostgresDatabase bureau = databases.openBureau(ProofBureau.NAME);
    Verification verification =
        new LedgerVerifier(new LedgerFold()).verify(bureau, List.of(), walked -> {});
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.head().seq()).isEqualTo(phones.get(0).pulledSeq());
    try (Directory directory = Directory.open(databases, Clock.systemUTC(), new SecureRandom())) {
      assertThat(directory.walkAudit().breaks()).isEmpty();
      assertThat(directory.devices().list(ProofBureau.NAME)).hasSize(PHONES + WATCHERS);
    }
    assertThat(
            ServedProcess.command(
                ServedProcess.SMALL,
                log(),
                "verify",
                "--data",
                folder.resolve("data0").toString(),
                "--bureau",
                ProofBureau.NAME))
        .as("verify, see %s", Files.readString(log()))
        .isZero();
  }

  private void print() {
    Map<String, Integer> pushes = new TreeMap<>();
    phones.forEach(
        phone -> phone.counts().forEach((how, count) -> pushes.merge(how, count, Integer::sum)));
    System.out.printf(
        "three servers: seed %d, %d kills in turn (%d times two were down), %d receipted entries,"
            + " pushes %s, %d pages pulled by %d watchers%n",
        seed,
        kills + twoDown,
        twoDown,
        phones.stream().mapToInt(phone -> phone.receipts().size()).sum(),
        pushes,
        watchers.stream().mapToInt(LoadPhone::pulls).sum(),
        WATCHERS);
  }
}
