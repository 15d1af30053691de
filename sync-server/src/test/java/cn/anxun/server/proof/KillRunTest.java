package cn.anxun.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.file.Pictures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server killed again and again while eight phones push and two send photos without pause: what
 * had its receipt is there, once, at the place that the receipt told. {@code -Dkills=100} for a
 * hundred by SIGKILL under load (those while it starts, and those by SIGTERM, come on top), {@code
 * -Dseed=N} for another run; {@code -Danxun.server.jar=target/anxun.jar} for the server as it is
 * installed.
 */
class KillRunTest {
  private static final int PHONES = 8;
  private static final int PHOTO_PHONES = 2;
  private static final int MOST_ANSWERS = 80;
  private static final int MOST_MICROS_MORE = 20_000;
  private static final int MOST_STARTING_MILLIS = 1_500;

  @TempDir Path folder;

  private final int kills = Integer.getInteger("kills", 4);
  private final long seed = Long.getLong("seed", 20_261_121L);
  private final Random random = new Random(seed);
  private final List<LoadPhone> phones = new ArrayList<>();
  private final List<PhotoPhone> photoPhones = new ArrayList<>();
  private final AtomicLong answers = new AtomicLong();
  private final List<Long> restarts = new ArrayList<>();
  private List<String> flags = List.of();
  private int killedUnderLoad;
  private int killedStarting;
  private int asked;

  @Test
  void serve_whenKilledUnderLoad_keepsEveryReceiptedEntryOnce() throws Exception {
    flags = ServedProcess.asInstalled(folder, log());
    Path data = folder.resolve("data");
    int port = ServedProcess.freePort();
    ProofBureau bureau = ProofBureau.make(data, PHONES + PHOTO_PHONES);
    List<Thread> threads = new ArrayList<>();
    try (ServedProcess first = serve(data, port)) {
      first.awaitWell();
      enrol(bureau, first.address());
      phones.forEach(phone -> threads.add(new Thread(phone, "phone")));
      photoPhones.forEach(phone -> threads.add(new Thread(phone, "photos")));
      threads.forEach(Thread::start);
      serveSome(first);
      first.kill();
      killedUnderLoad++;
    }
    while (killedUnderLoad < kills) {
      endOnce(data, port);
    }
    try (ServedProcess last = serve(data, port)) {
      restarts.add(last.awaitWell().toMillis());
      phones.forEach(LoadPhone::finish);
      photoPhones.forEach(PhotoPhone::finish);
      for (Thread thread : threads) {
        thread.join();
      }
      phones.forEach(LoadPhone::pullAll);
      last.kill();
    }
    print();
    assertThat(
            ServedProcess.command(ServedProcess.SMALL, log(), "verify", "--data", data.toString()))
        .as("verify, see %s", Files.readString(log()))
        .isZero();
    HeldReceipts.check(phones, seed);
    holdPhotos(data);
  }

  private void enrol(ProofBureau bureau, URI server) throws Exception {
    for (int i = 0; i < PHONES; i++) {
      phones.add(
          new LoadPhone(bureau.enrol(server), server, new Random(random.nextLong()), answers));
    }
    for (int i = 0; i < PHOTO_PHONES; i++) {
      photoPhones.add(
          new PhotoPhone(server, bureau.enrol(server).token(), new Random(random.nextLong())));
    }
  }

  /** Mostly killed under load; one in eight before it has started, one in ten asked to end. */
  private void endOnce(Path data, int port) throws Exception {
    try (ServedProcess server = serve(data, port)) {
      if (random.nextInt(8) == 0) {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_STARTING_MILLIS));
        server.kill();
        killedStarting++;
        return;
      }
      restarts.add(server.awaitWell().toMillis());
      serveSome(server);
      if (random.nextInt(10) == 0) {
        assertThat(server.terminate()).as("its exit code when asked to end").isZero();
        asked++;
      } else {
        server.kill();
        killedUnderLoad++;
      }
    }
  }

  /** Lets it answer some pushes, and work on others for a moment. */
  private void serveSome(ServedProcess server) throws InterruptedException {
    long until = answers.get() + random.nextInt(MOST_ANSWERS);
    while (answers.get() < until) {
      assertThat(server.process().isAlive()).as("the server ended by itself").isTrue();
      TimeUnit.MILLISECONDS.sleep(1);
    }
    TimeUnit.MICROSECONDS.sleep(random.nextInt(MOST_MICROS_MORE));
  }

  private ServedProcess serve(Path data, int port) throws IOException {
    return ServedProcess.start(data, port, log(), flags);
  }

  private Path log() {
    return folder.resolve("server.log");
  }

  private void holdPhotos(Path data) throws IOException {
    assertThat(photoPhones.stream().flatMap(phone -> phone.stored().stream()))
        .as("photos that were promised")
        .isNotEmpty();
    List<String> there = new ArrayList<>();
    Path attachments = data.resolve("attachments").resolve(ProofBureau.NAME);
    if (Files.isDirectory(attachments)) {
      try (Stream<Path> files = Files.list(attachments)) {
        for (Path file : files.toList()) {
          String name = String.valueOf(file.getFileName());
          assertThat(Pictures.sha256(Files.readAllBytes(file))).isEqualTo(name);
          there.add(name);
        }
      }
    }
    for (PhotoPhone phone : photoPhones) {
      assertThat(phone.broken()).isEmpty();
      assertThat(there).containsAll(phone.stored());
    }
  }

  private void print() {
    Collections.sort(restarts);
    Map<String, Integer> pushes = new TreeMap<>();
    phones.forEach(
        phone -> phone.counts().forEach((how, count) -> pushes.merge(how, count, Integer::sum)));
    System.out.printf(
        "kill run: seed %d, SIGKILL %d under load and %d while starting, %d SIGTERM, %d receipted"
            + " entries, pushes %s, %d photos (%d resumed), restart median %d ms, worst %d ms,"
            + " load average %.1f, flags %s%n",
        seed,
        killedUnderLoad,
        killedStarting,
        asked,
        phones.stream().mapToInt(phone -> phone.receipts().size()).sum(),
        pushes,
        photoPhones.stream().mapToInt(phone -> phone.stored().size()).sum(),
        photoPhones.stream().mapToInt(PhotoPhone::resumed).sum(),
        restarts.get(restarts.size() / 2),
        restarts.get(restarts.size() - 1),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        flags);
  }
}
