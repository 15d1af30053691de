package cn.anxun.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.Witness;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.file.Pictures;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.HttpRemoteLedger;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up under a real server, and is given room again. */
class DiskFullTest {
  private static final int BATCH = 100;
  private static final int MOST_BATCHES = 60;

  @TempDir Path folder;

  private final Map<String, Long> receipts = new HashMap<>();
  private final byte[] photo = Pictures.jpeg(1200, 900, 1);
  private Path log = Path.of("");

  @Test
  @Timeout(600)
  void serve_whenTheDiskIsFull_losesNothing_goesOnReading_andRecoversByItself() throws Exception {
    log = folder.resolve("server.log");
    int port = ServedProcess.freePort();
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 400)) {
      Path data = folder.resolve("disk/data");
      ProofBureau bureau = ProofBureau.make(data, 2);
      List<WrittenEntry> refused;
      Enrolment enrolment;
      PhotoPhone photos;
      try (ServedProcess server = ServedProcess.start(data, port, log, ServedProcess.SMALL)) {
        server.awaitWell();
        enrolment = bureau.enrol(server.address());
        HttpRemoteLedger ledger = ledger(server, enrolment);
        FieldEntries entries = new FieldEntries(enrolment, new Random(1));
        TestBrowser browser = new TestBrowser(server.address()).login(ProofBureau.ADMINISTRATOR);
        photos =
            new PhotoPhone(server.address(), bureau.enrol(server.address()).token(), new Random(2));
        push(ledger, next(entries));
        assertThat(photos.begin(photo, "image/jpeg").statusCode()).isEqualTo(201);
        assertThat(photos.append(photo, 0, photo.length / 2).statusCode()).isEqualTo(204);

        disk.leave(300_000);
        assertThat(photos.append(photo, photo.length / 2, photo.length).statusCode())
            .isEqualTo(507);
        refused = fill(ledger, entries);
        disk.leave(0);
        assertReads(ledger, browser);
        assertDoorSpeaks(server);
        assertThat(photos.append(photo, photo.length / 2, photo.length).statusCode())
            .isEqualTo(507);
        server.kill();
      }
      try (ServedProcess server = ServedProcess.start(data, port, log, ServedProcess.SMALL)) {
        server.awaitWell();
        HttpRemoteLedger ledger = ledger(server, enrolment);
        assertThat(pullAll(ledger)).containsAllEntriesOf(receipts);

        disk.resize(400);
        push(ledger, refused);
        assertThat(photos.append(photo, photo.length / 2, photo.length).statusCode())
            .isEqualTo(204);
        assertThat(pullAll(ledger)).isEqualTo(receipts);
        server.terminate();
      }
      assertWhole(data);
      System.out.printf("disk full: %d receipted entries, none missing%n", receipts.size());
    }
  }

  private static HttpRemoteLedger ledger(ServedProcess server, Enrolment enrolment) {
    return new HttpRemoteLedger(
        HttpNetwork.to(server.address()), enrolment.token(), Clock.systemUTC());
  }

  private static List<WrittenEntry> next(FieldEntries entries) {
    List<WrittenEntry> batch = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      batch.add(entries.next());
    }
    return batch;
  }

  private void push(HttpRemoteLedger ledger, List<WrittenEntry> batch) {
    RemoteAnswer<PushReply> answer = ledger.push(batch);
    assertThat(answer).isInstanceOf(RemoteAnswer.Answered.class);
    note(answer);
  }

  private void note(RemoteAnswer<PushReply> answer) {
    if (answer instanceof RemoteAnswer.Answered<PushReply> answered) {
      for (Receipt receipt : answered.value().receipts()) {
        assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        receipts.put(receipt.id(), ((Receipt.Accepted) receipt).seq());
      }
    }
  }

  /** Pushes until the disk is full; returns what was refused. */
  private List<WrittenEntry> fill(HttpRemoteLedger ledger, FieldEntries entries) throws Exception {
    for (int i = 0; i < MOST_BATCHES; i++) {
      List<WrittenEntry> batch = next(entries);
      RemoteAnswer<PushReply> answer = ledger.push(batch);
      if (answer instanceof RemoteAnswer.Refused<PushReply> refused) {
        assertThat(refused.problem().status()).isEqualTo(503);
        assertThat(refused.problem().code()).isEqualTo("storage-full");
        assertThat(refused.retryAfter().map(Duration::toSeconds)).contains(30L);
        return batch;
      }
      note(answer);
    }
    throw new AssertionError("the disk did not fill up; " + Files.readString(log));
  }

  private void assertReads(HttpRemoteLedger ledger, TestBrowser browser) throws Exception {
    assertThat(pullAll(ledger)).containsAllEntriesOf(receipts);
    HttpResponse<String> overview = browser.get("/");
    assertThat(overview.statusCode()).as(overview.body()).isEqualTo(200);
    assertThat(browser.get("/records/hazard").statusCode()).isEqualTo(200);
    assertThat(browser.get("/healthz").statusCode()).isEqualTo(200);
  }

  /** Whoever comes now is let in, or told what is wrong; nobody is told that it is the password. */
  private static void assertDoorSpeaks(ServedProcess server) throws Exception {
    TestBrowser stranger = new TestBrowser(server.address());
    HttpResponse<String> answer =
        stranger.send(
            "/login",
            Map.of("account", ProofBureau.ADMINISTRATOR, "password", RunningServer.PASSWORD),
            "/login");
    if (answer.statusCode() == 503) {
      assertThat(answer.body()).contains("磁盘已满", "腾出空间");
      assertThat(answer.headers().firstValue("Retry-After")).contains("30");
    } else {
      assertThat(answer.uri().getPath()).as(answer.body()).isEqualTo("/");
    }
    System.out.println("login on the full disk: " + answer.statusCode());
  }

  /** Everything, as a phone pulls it that tells what it saw last. */
  private static Map<String, Long> pullAll(HttpRemoteLedger ledger) {
    Map<String, Long> pulled = new HashMap<>();
    Optional<Witness> head = Optional.empty();
    String cursor = "";
    boolean more = true;
    while (more) {
      RemoteAnswer<PullPage> answer = ledger.pull(cursor, 50, head);
      if (!(answer instanceof RemoteAnswer.Answered<PullPage> page)) {
        throw new AssertionError(answer.toString());
      }
      page.value().entries().forEach(entry -> pulled.put(entry.id(), entry.seq()));
      cursor = page.value().cursor();
      head = Optional.of(new Witness(page.value().headSeq(), page.value().head()));
      more = page.value().more();
    }
    return pulled;
  }

  private void assertWhole(Path data) throws Exception {
    int verified =
        ServedProcess.command(ServedProcess.SMALL, log, "verify", "--data", data.toString());
    assertThat(verified).as(Files.readString(log)).isZero();
    Path stored =
        data.resolve("attachments").resolve(ProofBureau.NAME).resolve(Pictures.sha256(photo));
    assertThat(stored).hasBinaryContent(photo);
  }
}
