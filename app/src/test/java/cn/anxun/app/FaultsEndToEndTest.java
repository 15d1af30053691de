package cn.anxun.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.EarlierVersion;
import cn.anxun.app.data.local.PhotoRow;
import cn.anxun.app.data.remote.EnrolmentClient;
import cn.anxun.app.data.remote.RetrofitRemoteLedger;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.server.FaultProxy;
import cn.anxun.app.server.FaultProxy.Fault;
import cn.anxun.app.server.OfficeDesk;
import cn.anxun.app.server.ServerProcess;
import cn.anxun.app.upload.PhotoWork;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.BackOff;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.Records;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.SyncEngine;
import cn.anxun.core.sync.SyncLimits;
import cn.anxun.core.sync.SyncOutcome;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/**
 * What goes wrong between a phone and its server, through the screens: nothing is lost or doubled.
 */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class FaultsEndToEndTest {
  private static final int YEAR_OF_RECORDS = 2026;
  private static final String FOUND = "hazard.stock.new";
  private static final Pattern OFFSET =
      Pattern.compile("^Upload-Offset: (\\d+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static ServerProcess server;
  private static OfficeDesk office;
  private static int tests;

  private final Records records = new Records("li", "phone-of-test-" + ++tests);
  private FaultProxy proxy;
  private Handset phone;
  private int foundBefore;

  @BeforeClass
  public static void startServer() throws IOException {
    server = ServerProcess.start(FOLDER.newFolder().toPath());
    server.addUser("li", "李强", "inspector");
    office = OfficeDesk.open(server);
  }

  @AfterClass
  public static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Before
  public void start() throws IOException {
    foundBefore = found();
    proxy = new FaultProxy(server.port());
    phone = new Handset(this, tests, FOLDER.newFolder());
  }

  @After
  public void stop() throws IOException {
    if (proxy != null) {
      proxy.close();
    }
  }

  @Test
  public void sync_whenOneEntryIsBad_takesTheGoodOnesAndThePersonMendsIt() throws Exception {
    String tooLong = "长".repeat(2_001);
    List<WrittenEntry> hazards =
        List.of(records.hazard("好的"), records.hazard(tooLong), records.hazard("也是好的"));
    String bad = hazards.get(1).entry().id();
    phone.run(
        app -> {
          Inspector inspector = new Inspector(app.phone());
          inspector.enrol(proxy.url(), server.enrolmentCode("li"));
          app.ask(() -> saved(app, hazards));
          inspector.sync("1 条需要修改");

          assertThat(app.ask(() -> app.parts().store().counts().accepted())).isEqualTo(2);
          inspector.awaitText("“备注”");
          inspector.mend("note", "改短了");
          Screenshots.await("offered again", () -> pending(app) == 1);
          inspector.sync("已同步");
          OutboxEntry mended = app.ask(() -> app.parts().store().findOwn(bad).orElseThrow());
          assertThat(mended.state()).isEqualTo(OutboxState.ACCEPTED);
          assertThat(mended.written().entry().fields().text(HazardFound.RESPONSIBLE_PERSON))
              .as("what stood beside the fault")
              .isEqualTo("张某某");
          assertThat(found()).isEqualTo(foundBefore + 3);
          assertThat(app.figures(YEAR_OF_RECORDS)).isEqualTo(office.figures(YEAR_OF_RECORDS));
        });
  }

  @Test
  public void sync_whenTheProcessDiesBeforeTheReceiptIsStored_countsOnce() throws Exception {
    phone.run(
        app -> {
          Inspector inspector = new Inspector(app.phone());
          inspector.enrol(proxy.url(), server.enrolmentCode("li"));
          app.ask(() -> saved(app, records.hazards(3)));
          // The first request of all asks where the ledger stands, the second pushes.
          proxy.next(Fault.NONE, Fault.REPLY_HELD);
          inspector.beginSync();
          Screenshots.await("a push under way", () -> proxy.held() == 1);
          app.die();
          proxy.release();
        });
    assertThat(found()).isEqualTo(foundBefore + 3);

    phone.run(
        app -> {
          Inspector inspector = new Inspector(app.phone());
          inspector.unlock();
          assertThat(pending(app)).isEqualTo(3);
          inspector.sync("已同步");
          assertThat(app.ask(() -> app.parts().store().counts().accepted())).isEqualTo(3);
          assertThat(app.figures(YEAR_OF_RECORDS)).isEqualTo(office.figures(YEAR_OF_RECORDS));
        });
    assertThat(found()).isEqualTo(foundBefore + 3);
  }

  @Test
  public void sync_whenTheProcessDiesBetweenTwoPages_goesOnAfterTheFirst() throws Exception {
    recordElsewhere(SyncLimits.PAGE_ENTRIES + 40);
    int entries = foundBefore + SyncLimits.PAGE_ENTRIES + 40;
    phone.run(
        app -> {
          Inspector inspector = new Inspector(app.phone());
          inspector.enrol(proxy.url(), server.enrolmentCode("li"));
          // Where the ledger stands, one whole page, and the next one never comes.
          proxy.next(Fault.NONE, Fault.NONE, Fault.REPLY_HELD);
          inspector.beginSync();
          // The next page is asked for while this one is still being kept.
          Screenshots.await(
              "a page kept and the next under way",
              () -> proxy.held() == 1 && held(app).size() >= SyncLimits.PAGE_ENTRIES);
          app.die();
          proxy.release();
        });

    phone.run(
        app -> {
          Inspector inspector = new Inspector(app.phone());
          inspector.unlock();
          assertThat(held(app)).hasSizeGreaterThanOrEqualTo(SyncLimits.PAGE_ENTRIES);
          assertThat(hazards(app)).isLessThan(entries);
          inspector.sync("已同步");
          assertThat(hazards(app)).isEqualTo(entries);
          assertThat(app.figures(YEAR_OF_RECORDS)).isEqualTo(office.figures(YEAR_OF_RECORDS));
        });
  }

  @Test
  public void update_whenEntriesAreUnsent_sendsThemOnce() throws Exception {
    for (int version = 1; version <= EarlierVersion.LATEST; version++) {
      List<WrittenEntry> unsent = records.hazards(3);
      int expected = foundBefore + 3 * version;
      Handset updated = new Handset(this, 10 + version, FOLDER.newFolder());
      int from = version;
      updated.prepare(() -> EarlierVersion.create(AnxunDatabase.FILE, from, unsent));
      updated.run(
          app -> {
            Inspector inspector = new Inspector(app.phone());
            inspector.enrol(proxy.url(), server.enrolmentCode("li"));
            assertThat(pending(app)).isEqualTo(3);
            inspector.sync("已同步");
            assertThat(app.ask(() -> app.parts().store().counts().accepted())).isEqualTo(3);
            assertThat(found()).isEqualTo(expected);
            assertThat(app.figures(YEAR_OF_RECORDS)).isEqualTo(office.figures(YEAR_OF_RECORDS));
          });
    }
  }

  @Test
  public void photos_whenThePhoneIsKilledInTheMidstAndAfterAReceipt_arriveOnceAndNoneIsLost()
      throws Exception {
    List<Attachment> taken = new ArrayList<>();
    phone.run(
        app -> {
          Inspector inspector = new Inspector(app.phone());
          inspector.enrol(proxy.url(), server.enrolmentCode("li"));
          taken.addAll(app.ask(() -> photographed(app, 3)));
          inspector.sync("已同步");
          proxy.nextOf("PATCH", Fault.NONE, Fault.REQUEST_HELD);
          PhotoWork.connect();
          Screenshots.await("the second photo under way", () -> proxy.held() == 1);
          app.die();
          proxy.unplug();
          proxy.release();
        });
    proxy.plug();
    int sent = proxy.heads("PATCH").size();

    phone.run(
        app -> {
          new Inspector(app.phone()).unlock();
          assertThat(states(app, taken))
              .containsExactly(PhotoRow.UPLOADED, PhotoRow.KEPT, PhotoRow.KEPT);
          assertThat(app.ask(() -> hashes(app, taken))).isEqualTo(named(taken));
          proxy.nextOf("PATCH", Fault.NONE, Fault.REPLY_HELD);
          PhotoWork.connect();
          Screenshots.await("a receipt under way", () -> proxy.held() == 2);
          assertThat(states(app, taken).get(2)).as("not marked").isEqualTo(PhotoRow.KEPT);
          app.die();
          proxy.unplug();
          proxy.release();
        });
    proxy.plug();
    assertThat(proxy.heads("PATCH")).hasSize(sent + 2);
    long half = offset(proxy.heads("PATCH").get(sent));
    assertThat(half).as("goes on where it stopped").isEqualTo(taken.get(1).bytes() / 2);

    phone.run(
        app -> {
          new Inspector(app.phone()).unlock();
          assertThat(app.ask(() -> hashes(app, taken))).isEqualTo(named(taken));
          awaitUploaded(app);
          assertThat(states(app, taken)).containsOnly(PhotoRow.UPLOADED);
          assertThat(app.ask(() -> hashes(app, taken))).as("kept").isEqualTo(named(taken));
        });
    assertThat(proxy.heads("PATCH")).as("known, and not sent again").hasSize(sent + 2);
    assertThat(arrived(taken)).containsExactlyInAnyOrderElementsOf(named(taken));
  }

  @Test
  public void photos_whenTheServerIsKilledInTheMidst_goOnWhereTheyStopped() throws Exception {
    phone.run(
        app -> {
          Inspector inspector = new Inspector(app.phone());
          inspector.enrol(proxy.url(), server.enrolmentCode("li"));
          List<Attachment> taken = app.ask(() -> photographed(app, 2));
          inspector.sync("已同步");
          proxy.nextOf("PATCH", Fault.REQUEST_HELD);
          PhotoWork.connect();
          Screenshots.await("a photo under way", () -> proxy.held() == 1);
          List<String> first = named(taken.subList(0, 1));
          Screenshots.await(
              "half of it on the server's disk",
              () -> bytes(server.files(first).get(0)) == taken.get(0).bytes() / 2);
          server.kill();
          proxy.release();
          server.restart();
          office = OfficeDesk.reopen(server);

          awaitUploaded(app);

          List<String> sent = proxy.heads("PATCH");
          assertThat(
                  sent.stream().skip(1).mapToLong(FaultsEndToEndTest::offset).filter(at -> at > 0))
              .as("goes on where it stopped")
              .contains(taken.get(0).bytes() / 2);
          assertThat(states(app, taken)).containsOnly(PhotoRow.UPLOADED);
          assertThat(arrived(taken)).containsExactlyInAnyOrderElementsOf(named(taken));
        });
  }

  /** A hazard with so many photos, recorded here and not sent. */
  private static List<Attachment> photographed(Handset.Running app, int count) throws Exception {
    List<Attachment> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(TestPhotos.addGravel(app.parts().photos(), 100 * tests + i, "before"));
      // Oldest first is how they go.
      app.parts().clock().advance(Duration.ofSeconds(1));
    }
    Fields fields =
        Fields.builder().set(HazardFound.LEVEL, "一般").set(HazardFound.DESCRIPTION, "碎石").build();
    Recorder recorder = app.parts().recorder();
    recorder.record(recording -> recording.open(HazardFound.KIND, recorder.today(), fields, taken));
    return taken;
  }

  private static void awaitUploaded(Handset.Running app) {
    Screenshots.await(
        "all photos at the server",
        () -> {
          app.parts().clock().advance(Duration.ofSeconds(30));
          PhotoWork.connect();
          return !app.ask(() -> app.parts().photoUpload().hasWork());
        });
  }

  private static List<String> states(Handset.Running app, List<Attachment> photos) {
    return app.ask(
        () -> {
          List<String> states = new ArrayList<>();
          for (Attachment photo : photos) {
            states.add(app.parts().photos().find(photo.sha256()).orElseThrow().state());
          }
          return states;
        });
  }

  private static List<String> named(List<Attachment> photos) {
    return photos.stream().map(Attachment::sha256).toList();
  }

  /** What lies on the phone under these names. */
  private static List<String> hashes(Handset.Running app, List<Attachment> photos)
      throws Exception {
    List<String> hashes = new ArrayList<>();
    for (Attachment photo : photos) {
      try (InputStream in = app.parts().photos().openWhole(photo.sha256())) {
        hashes.add(sha256(in.readAllBytes()));
      }
    }
    return hashes;
  }

  /** What lies on the server's disk under these names, wherever. */
  private static List<String> arrived(List<Attachment> photos) throws Exception {
    List<String> hashes = new ArrayList<>();
    for (Path file : server.files(named(photos))) {
      hashes.add(sha256(Files.readAllBytes(file)));
    }
    return hashes;
  }

  private static long bytes(Path file) {
    return file.toFile().length();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static long offset(String head) {
    Matcher offset = OFFSET.matcher(head);
    assertThat(offset.find()).as(head).isTrue();
    return Long.parseLong(offset.group(1));
  }

  /** How many hazards the server has. */
  private static int found() throws IOException {
    return Integer.parseInt(office.figures(YEAR_OF_RECORDS).get(FOUND).replace(",", ""));
  }

  /** As this phone recorded them, perhaps before its rules became stricter. */
  private static int saved(Handset.Running app, List<WrittenEntry> entries) {
    for (WrittenEntry entry : entries) {
      app.parts().store().save(entry, new Records("li", "phone").unsent());
    }
    return entries.size();
  }

  private static int pending(Handset.Running app) {
    return app.ask(() -> app.parts().store().counts().pending());
  }

  private static List<LedgerEntry> held(Handset.Running app) {
    return app.ask(
        () -> {
          List<LedgerEntry> held = new ArrayList<>();
          app.parts().store().scan(0, Stamp.UNSENT, held::add);
          return held;
        });
  }

  private static long hazards(Handset.Running app) {
    return held(app).stream().filter(held -> held.entry().kind() == HazardFound.KIND).count();
  }

  /** By another phone of the bureau, which is none of the app's. */
  private void recordElsewhere(int count) {
    Clock clock = Clock.systemUTC();
    ServerAddress address = new ServerAddress(List.of(server.url()), Optional.empty());
    RemoteAnswer<Enrolment> answer =
        new EnrolmentClient(clock, heard -> {})
            .enrol(
                address, new EnrolmentRequest(server.enrolmentCode("li"), "phone-1", "另一部手机", ""));
    Enrolment enrolment = ((RemoteAnswer.Answered<Enrolment>) answer).value();
    InMemoryPhoneStore store = new InMemoryPhoneStore();
    for (WrittenEntry entry : records.hazards(count)) {
      store.save(entry, records.unsent());
    }
    SyncOutcome outcome =
        new SyncEngine(
                store,
                new RetrofitRemoteLedger(address, enrolment.token(), clock, heard -> {}),
                clock,
                new BackOff(new Random(1)))
            .sync();
    assertThat(outcome).isInstanceOf(SyncOutcome.Done.class);
  }
}
