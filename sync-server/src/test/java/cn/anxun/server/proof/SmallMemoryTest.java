package cn.anxun.server.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.core.sync.bundle.BundlePublicKey;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.Phone;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Pusher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that takes memory at once, in 96 MB: a ledger of 20,000 entries (with {@code -Dproof}, else
 * 5,000) pulled whole, its workbook, the largest file, the most hostile bodies, while eight phones
 * push. The process ends by itself where memory is out, so that it ends well says that it never
 * was. Pages that hold two years of so large a ledger want more, see docs/reliability.md.
 */
class SmallMemoryTest {
  private static final boolean WHOLE = System.getProperty("proof") != null;
  private static final int ENTRIES = WHOLE ? 20_000 : 5_000;
  private static final int PHONES = 8;
  private static final int BUNDLED = WHOLE ? 5_000 : 1_000;
  private static final int MB = 1 << 20;
  private static final int FILE_BYTES = 64 * MB;
  private static final long MOST_HELD_MB = 64;

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<LoadPhone> phones = new ArrayList<>();
  private Path log = Path.of("");

  @Test
  @Timeout(900)
  void serve_in96Megabytes_doesAllItsWork() throws Exception {
    log = folder.resolve("server.log");
    Path data = folder.resolve("data");
    int port = ServedProcess.freePort();
    ProofBureau bureau = ProofBureau.make(data, PHONES + 3);
    fill(data);
    Enrolment bundler;
    try (ServedProcess server = ServedProcess.start(data, port, log, ServedProcess.SMALL)) {
      server.awaitWell();
      bundler = bureau.enrol(server.address());
      load(bureau, server);
      assertThat(server.process().isAlive())
          .as("out of memory; %s", Files.readString(log))
          .isTrue();
      if (WHOLE) {
        long heap = heap(server);
        System.out.printf(
            "96 MB: %d entries and %d pushed meanwhile, heap after a collection %d MB%n",
            ENTRIES, phones.stream().mapToInt(phone -> phone.receipts().size()).sum(), heap);
        assertThat(heap).as("MB that nothing lets go").isBetween(1L, MOST_HELD_MB);
      }
      server.terminate();
    }
    bundle(bundler, data);
    int verified =
        ServedProcess.command(ServedProcess.SMALL, log, "verify", "--data", data.toString());
    assertThat(verified).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log)).doesNotContain("OutOfMemoryError", "StackOverflowError");
    phones.forEach(phone -> assertThat(phone.broken()).isEmpty());
  }

  /** Lays a year's work into the ledger. */
  private static void fill(Path data) {
    try (DataDirectory directory = DataDirectory.open(data, "test");
        BureauLedgers ledgers = new BureauLedgers(directory, Clock.systemUTC(), new Random(1))) {
      Enrolment made =
          new Enrolment(
              "",
              "inspector0",
              "",
              Role.INSPECTOR,
              "",
              "proof.Z9",
              "Z9",
              new Enrolment.Bureau(ProofBureau.NAME, "", ""),
              Json.members().build());
      FieldEntries entries = new FieldEntries(made, new Random(1));
      BureauLedger ledger = ledgers.get(ProofBureau.NAME);
      Pusher pusher = new Pusher("inspector0", Role.INSPECTOR, "proof.Z9");
      for (int done = 0; done < ENTRIES; done += 500) {
        List<byte[]> batch = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
          batch.add(entries.next().bytes());
        }
        ledger.accept(pusher, batch);
      }
    }
  }

  private void load(ProofBureau bureau, ServedProcess server) throws Exception {
    URI address = server.address();
    ExecutorService background = Executors.newCachedThreadPool();
    List<Future<?>> pushing = new ArrayList<>();
    for (int i = 0; i < PHONES; i++) {
      LoadPhone phone =
          new LoadPhone(bureau.enrol(address), address, new Random(i), new AtomicLong());
      phones.add(phone);
      pushing.add(background.submit(phone));
    }
    Enrolment hostile = bureau.enrol(address);
    Enrolment puller = bureau.enrol(address);
    TestBrowser browser = new TestBrowser(address).login(ProofBureau.ADMINISTRATOR);
    List<Callable<Void>> work =
        List.of(
            () -> pullAll(puller, address),
            () -> open(browser, "/records/hazard", "/records/hazard/export"),
            () -> sendLargest(new PhotoPhone(address, puller.token(), new Random(1))),
            () -> beHostile(hostile, address));
    for (Future<Void> done : background.invokeAll(work)) {
      done.get();
    }
    phones.forEach(LoadPhone::finish);
    for (Future<?> done : pushing) {
      done.get();
    }
    background.shutdown();
  }

  private static Void pullAll(Enrolment enrolment, URI address) {
    InMemoryPhoneStore store = new InMemoryPhoneStore();
    Phone phone =
        new Phone(enrolment, store, HttpNetwork.to(address), Clock.systemUTC(), new Random(1));
    assertThat(phone.sync()).isInstanceOf(SyncOutcome.Done.class);
    long[] count = {0};
    store.scan(0, Stamp.UNSENT, entry -> count[0]++);
    assertThat(count[0]).isGreaterThanOrEqualTo(ENTRIES);
    return null;
  }

  private static Void open(TestBrowser browser, String... paths) throws Exception {
    for (String path : paths) {
      assertThat(browser.bytes(path).statusCode()).as(path).isEqualTo(200);
    }
    return null;
  }

  /** A document of the most bytes that a file may have. */
  private static Void sendLargest(PhotoPhone phone) throws Exception {
    byte[] start = "%PDF-1.4\n".getBytes(US_ASCII);
    byte[] end = "\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(US_ASCII);
    byte[] file = new byte[FILE_BYTES];
    Arrays.fill(file, (byte) '%');
    System.arraycopy(start, 0, file, 0, start.length);
    System.arraycopy(end, 0, file, file.length - end.length, end.length);
    assertThat(phone.begin(file, "application/pdf").statusCode()).isEqualTo(201);
    assertThat(phone.append(file, 0, file.length).statusCode()).isEqualTo(204);
    return null;
  }

  private Void beHostile(Enrolment enrolment, URI address) throws Exception {
    byte[] large = new byte[8 * MB];
    Arrays.fill(large, (byte) ' ');
    byte[] deep = ("{\"entries\":[" + "[".repeat(500_000)).getBytes(UTF_8);
    byte[] deepEntry =
        ("{\"entries\":[" + "[".repeat(200_000) + "]".repeat(200_000) + "]}").getBytes(UTF_8);
    assertThat(post(enrolment, address, "/api/v1/entries", large, false)).isEqualTo(413);
    assertThat(post(enrolment, address, "/api/v1/entries", zipped(new byte[64 * MB]), true))
        .isEqualTo(413);
    assertThat(post(enrolment, address, "/api/v1/entries", deep, false)).isEqualTo(400);
    assertThat(post(enrolment, address, "/api/v1/entries", deepEntry, false)).isIn(200, 400);
    assertThat(
            post(enrolment, address, "/api/v1/sessions", "[".repeat(16_000).getBytes(UTF_8), false))
        .isEqualTo(400);
    assertThat(post(enrolment, address, "/api/v1/sessions", large, false)).isEqualTo(413);
    return null;
  }

  private int post(Enrolment enrolment, URI address, String path, byte[] body, boolean gzip)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Authorization", "Bearer " + enrolment.token())
            .header("Content-Type", MediaTypes.V1)
            .POST(BodyPublishers.ofByteArray(body));
    if (gzip) {
      request.header("Content-Encoding", "gzip");
    }
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  /** A bundle of thousands, taken in by a command that has no more memory than the server. */
  private void bundle(Enrolment enrolment, Path data) throws Exception {
    InMemoryPhoneStore store = new InMemoryPhoneStore();
    FieldEntries entries = new FieldEntries(enrolment, new Random(3));
    Clock clock = Clock.systemUTC();
    for (int i = 0; i < BUNDLED; i++) {
      store.save(
          entries.next(),
          Stamp.unsent(enrolment.account(), enrolment.role(), enrolment.device(), clock.instant()));
    }
    Phone phone =
        new Phone(
            enrolment,
            store,
            HttpNetwork.to(URI.create("http://127.0.0.1:1")),
            clock,
            new Random(1));
    String key = ((Json.Text) enrolment.policy().get("bundleKey")).value();
    Path file = folder.resolve("phone.anxun");
    Files.write(file, phone.exportBundle(BundlePublicKey.parse(key)));
    int imported =
        ServedProcess.command(
            ServedProcess.SMALL, log, "import-bundle", file.toString(), "--data", data.toString());
    assertThat(imported).as(Files.readString(log)).isZero();
  }

  /** What is left after a full collection, in MB, as the JDK's own tool tells it; 0 untold. */
  private static long heap(ServedProcess server) throws Exception {
    jcmd(server, "GC.run");
    Map<String, Long> used = new HashMap<>();
    Matcher matcher =
        Pattern.compile("(new|tenured) generation\\s+total \\d+K, used (\\d+)K")
            .matcher(jcmd(server, "GC.heap_info"));
    while (matcher.find()) {
      used.put(matcher.group(1), Long.parseLong(matcher.group(2)));
    }
    return used.values().stream().mapToLong(Long::longValue).sum() / 1024;
  }

  private static String jcmd(ServedProcess server, String command) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(server.process().pid()),
                command)
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
