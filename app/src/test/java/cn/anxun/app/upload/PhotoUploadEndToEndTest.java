package cn.anxun.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.OffMainThread;
import cn.anxun.app.SettableClock;
import cn.anxun.app.TestPhotos;
import cn.anxun.app.account.EnrolPhone;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.local.PhotoRow;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.remote.TusRemoteFiles;
import cn.anxun.app.photo.ElsewherePhotos;
import cn.anxun.app.photo.ElsewherePhotos.Found;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.server.CuttingProxy;
import cn.anxun.app.server.ServerProcess;
import cn.anxun.app.sync.PhoneSync;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.sync.BackOff;
import cn.anxun.core.sync.EnrolmentLink;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.core.sync.file.FileProblem;
import cn.anxun.core.sync.file.UploadOutcome;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;

/** Photos of a visit on their way to a real server over a link that breaks again and again. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class PhotoUploadEndToEndTest {
  private static final int PHOTOS = 20;
  private static final int CUTS = 50;
  private static final long SEED = 20260302;

  /** Far more than it ever takes; so that a loop without progress ends. */
  private static final int MAX_RUNS = 200;

  @Rule(order = 0)
  public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Rule(order = 1)
  public final OffMainThread offMainThread = new OffMainThread();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Inject EnrolPhone enrolPhone;
  @Inject Enrolments enrolments;
  @Inject PhoneSync sync;
  @Inject PhotoUpload upload;
  @Inject PhotoStore photos;
  @Inject PhotoTable table;
  @Inject Recorder recorder;
  @Inject RoomPhoneStore store;
  @Inject RemotePhotos remotes;
  @Inject PhotoRetention retention;
  @Inject ElsewherePhotos elsewhere;
  @Inject SettableClock clock;

  private ServerProcess server;
  private CuttingProxy proxy;

  @Before
  public void start() throws IOException {
    hilt.inject();
    clock.set(Instant.now());
    server = ServerProcess.start(folder.getRoot().toPath());
    server.addUser("li", "李强", "inspector");
    proxy = new CuttingProxy(server.port());
    assertThat(
            enrolPhone.enrol(
                new EnrolmentLink(
                    List.of(proxy.url()), server.enrolmentCode("li"), Optional.empty()),
                "李强的手机"))
        .isInstanceOf(EnrolPhone.Result.Done.class);
  }

  @After
  public void stop() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  public void upload_whenTheLinkIsCutFiftyTimes_eachPhotoArrivesOnceAndFromWhereItStopped()
      throws Exception {
    List<Attachment> taken = new ArrayList<>();
    for (int i = 0; i <= PHOTOS; i++) {
      taken.add(shoot(i));
    }
    Attachment corrupted = taken.get(7);
    corrupt(corrupted);
    List<Attachment> good = new ArrayList<>(taken);
    good.remove(corrupted);
    long total = good.stream().mapToLong(Attachment::bytes).sum();
    recorder.record(
        recording ->
            recording.open(Inspected.KIND, recorder.today(), Fields.builder().build(), taken));

    assertThat(store.list(OutboxState.PENDING).get(0).written().entry().header().attachments())
        .hasSize(PHOTOS + 1)
        .allSatisfy(photo -> assertThat(photo.original()).isPresent());

    assertThat(upload.upload(() -> false)).as("no photo before its record").isEmpty();
    assertThat(sync.sync()).get().isInstanceOf(SyncOutcome.Done.class);
    assertThat(store.counts().accepted()).isEqualTo(1);
    assertThat(known(taken)).as("the record is there, the photos are not").isEmpty();

    long before = proxy.received();
    proxy.cut(CUTS, total, SEED);
    int runs = 0;
    Optional<UploadOutcome> last = upload.upload(() -> false);
    while (upload.hasWork() && runs++ < MAX_RUNS) {
      if (last.isPresent() && last.get() instanceof UploadOutcome.Refused busy) {
        // The server counts requests by its own clock, and says how long.
        Thread.sleep(busy.retryAfter().toMillis());
      }
      clock.advance(BackOff.LONGEST);
      last = upload.upload(() -> false);
    }
    long sent = proxy.received() - before;
    System.out.printf(
        "seed %d: %d photos, %,d bytes; %d cuts, %d resumed in the midst; %,d bytes sent (%.3f);"
            + " %d runs%n",
        SEED,
        good.size(),
        total,
        proxy.cuts(),
        proxy.resumed(),
        sent,
        (double) sent / total,
        runs + 1);

    assertThat(last).get().isInstanceOf(UploadOutcome.Done.class);
    assertThat(proxy.cuts()).isEqualTo(CUTS);
    assertThat(proxy.resumed()).isGreaterThanOrEqualTo(40);
    assertThat(sent).isLessThanOrEqualTo(total * 11 / 10);
    assertArrivedOnce(good);
    PhotoRow bad = table.find(corrupted.sha256());
    assertThat(bad.state()).isEqualTo(PhotoRow.REFUSED);
    assertThat(bad.problem()).isEqualTo(FileProblem.DAMAGED);
    assertThat(good)
        .allSatisfy(
            photo -> assertThat(table.find(photo.sha256()).state()).isEqualTo(PhotoRow.UPLOADED));
  }

  @Test
  public void photo_whenConfirmedAndOld_isFreedAndFetchedAgain_whenUnsentNever() throws Exception {
    Attachment sent = shoot(1);
    recorder.record(
        recording ->
            recording.open(
                Inspected.KIND, recorder.today(), Fields.builder().build(), List.of(sent)));
    sync.sync();
    assertThat(upload.upload(() -> false)).get().isInstanceOf(UploadOutcome.Done.class);
    Attachment unsent = shoot(2);
    recorder.record(
        recording ->
            recording.open(
                Inspected.KIND, recorder.today(), Fields.builder().build(), List.of(unsent)));

    clock.advance(Duration.ofDays(PhotoRetention.USUAL_DAYS - 1));
    assertThat(retention.freeStored(clock.instant().minus(Duration.ofDays(30)))).isZero();
    clock.advance(Duration.ofDays(2));
    assertThat(retention.freeStored(clock.instant().minus(Duration.ofDays(30)))).isEqualTo(1);
    assertThat(photos.isWhole(sent.sha256())).isFalse();
    assertThat(photos.isWhole(unsent.sha256())).isTrue();
    assertThat(photos.picture(sent.sha256(), 2048).orElseThrow().getWidth()).isEqualTo(320);
    assertThat(retention.wipeStored()).as("the small one too").isEqualTo(1);
    assertThat(photos.isSeen(sent.sha256())).isFalse();
    assertThat(photos.isWhole(unsent.sha256())).isTrue();

    assertThat(fetch(then -> elsewhere.small(unsent.sha256(), then))).isEqualTo(Found.HERE);
    assertThat(fetch(then -> elsewhere.small(sent.sha256(), then))).isEqualTo(Found.HERE);
    assertThat(photos.picture(sent.sha256(), 320)).isPresent();
    assertThat(fetch(then -> elsewhere.whole(sent.sha256(), then))).isEqualTo(Found.HERE);
    try (InputStream in = photos.openWhole(sent.sha256())) {
      assertThat(sha256(in.readAllBytes())).isEqualTo(sent.sha256());
    }
    assertThat(fetch(then -> elsewhere.whole("ab".repeat(32), then))).isEqualTo(Found.NOT_YET);
    proxy.close();
    server.stop();
    assertThat(fetch(then -> elsewhere.whole("cd".repeat(32), then))).isEqualTo(Found.OFFLINE);
  }

  private static Found fetch(Consumer<Consumer<Found>> ask) {
    CompletableFuture<Found> found = new CompletableFuture<>();
    ask.accept(found::complete);
    return found.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private void assertArrivedOnce(List<Attachment> good) throws Exception {
    assertThat(known(good)).hasSize(PHOTOS);
    TusRemoteFiles files = remotes.of(enrolments.get());
    for (Attachment photo : good) {
      assertThat(sha256(ask(() -> files.file(photo.sha256())))).isEqualTo(photo.sha256());
    }
    List<String> kept = new ArrayList<>();
    try (Stream<Path> each = Files.walk(server.data())) {
      for (Path file : each.filter(Files::isRegularFile).toList()) {
        if (good.stream().anyMatch(photo -> holds(file, photo))) {
          kept.add(sha256(Files.readAllBytes(file)));
        }
      }
    }
    assertThat(kept)
        .containsExactlyInAnyOrderElementsOf(good.stream().map(Attachment::sha256).toList());
  }

  private static boolean holds(Path file, Attachment photo) {
    return file.getFileName().toString().startsWith(photo.sha256());
  }

  private Set<String> known(List<Attachment> asked) throws InterruptedException {
    Enrolled enrolled = enrolments.get();
    List<String> hashes = asked.stream().map(Attachment::sha256).toList();
    return new TreeSet<>(ask(() -> remotes.of(enrolled).known(hashes)));
  }

  /** The answer, however often the server says to come later. */
  private static <T> T ask(Supplier<RemoteAnswer<T>> question) throws InterruptedException {
    RemoteAnswer<T> answer = question.get();
    for (int i = 0;
        i < MAX_RUNS && answer instanceof RemoteAnswer.Refused<T> busy;
        i++, answer = question.get()) {
      Thread.sleep(busy.retryAfter().orElseThrow().toMillis());
    }
    assertThat(answer).isInstanceOf(RemoteAnswer.Answered.class);
    return ((RemoteAnswer.Answered<T>) answer).value();
  }

  private Attachment shoot(int number) {
    return TestPhotos.addGravel(photos, number, "evidence");
  }

  private static void corrupt(Attachment photo) throws IOException {
    File sealed =
        new File(
            RuntimeEnvironment.getApplication().getFilesDir(),
            "photos/sealed/" + photo.sha256() + ".jpg");
    try (RandomAccessFile file = new RandomAccessFile(sealed, "rw")) {
      file.seek(sealed.length() / 2);
      int there = file.read();
      file.seek(sealed.length() / 2);
      file.write(there ^ 1);
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
