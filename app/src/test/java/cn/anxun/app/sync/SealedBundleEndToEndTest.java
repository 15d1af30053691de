package cn.anxun.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Context;
import android.net.Uri;
import androidx.core.content.FileProvider;
import androidx.test.core.app.ApplicationProvider;
import cn.anxun.app.OffMainThread;
import cn.anxun.app.SettableClock;
import cn.anxun.app.account.EnrolPhone;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.account.LogOut;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.record.Recorded;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.server.ServerProcess;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.EnrolmentLink;
import cn.anxun.core.sync.LedgerCheck;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.core.sync.bundle.BundleException;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.util.ReflectionHelpers;

/** A phone that cannot reach its server, the file that is carried, and 核对, on a real server. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class SealedBundleEndToEndTest {
  @Rule(order = 0)
  public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Rule(order = 1)
  public final OffMainThread offMainThread = new OffMainThread();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Inject EnrolPhone enrolPhone;
  @Inject Enrolments enrolments;
  @Inject PhoneSync sync;
  @Inject SealedBundle sealed;
  @Inject HandedFiles files;
  @Inject Recorder recorder;
  @Inject RoomPhoneStore store;
  @Inject LogOut logOut;
  @Inject SettableClock clock;

  private ServerProcess server;

  @Before
  public void start() {
    hilt.inject();
    // It keeps the folders of the test before.
    Map<?, ?> providers = ReflectionHelpers.getStaticField(FileProvider.class, "sCache");
    providers.clear();
    clock.set(Instant.now());
    server = ServerProcess.start(folder.getRoot().toPath());
    server.addUser("li", "李强", "inspector");
    assertThat(enrol("li")).isInstanceOf(EnrolPhone.Result.Done.class);
  }

  @After
  public void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  public void bundle_whenCarriedThereAndTheReceiptsBack_leavesNothingUnsentAndCountsOnce()
      throws Exception {
    record("第一条");
    record("第二条");
    server.stop();
    assertThat(sync.sync()).get().isInstanceOf(SyncOutcome.Offline.class);
    assertThat(logOut.logOut()).isEqualTo(2);

    Path bundle = carry(made(2));
    record("封装以后记的");
    assertThat(logOut.logOut()).as("one is in no bundle").isEqualTo(1);
    server.command("import-bundle", bundle.toString());
    File receipts = new File(bundle + ".receipts.json");

    assertThat(sealed.read(Uri.fromFile(receipts)))
        .isEqualTo(new SealedBundle.Read.Done(2, 0, 0, 0));
    assertThat(store.counts().accepted()).isEqualTo(2);
    assertThat(store.counts().pending()).isEqualTo(1);

    server.restart();
    assertThat(sync.sync())
        .get()
        .isInstanceOfSatisfying(
            SyncOutcome.Done.class, done -> assertThat(done.counts().sent()).isEqualTo(1));
    assertThat(store.lastSeq()).isEqualTo(3);
    assertThat(sync.compare(taken -> {})).contains(new LedgerCheck.Result.Same(3));
  }

  @Test
  public void bundle_whenTheSameEntriesGoUpOnlineFirst_countsOnce() throws Exception {
    record("先装进文件");
    Path bundle = carry(made(1));
    assertThat(sync.sync()).get().isInstanceOf(SyncOutcome.Done.class);
    server.stop();
    assertThat(server.command("import-bundle", bundle.toString())).contains("早已收到 1 条");

    assertThat(sealed.read(Uri.fromFile(new File(bundle + ".receipts.json"))))
        .isInstanceOf(SealedBundle.Read.Done.class);
    server.restart();
    sync.sync();

    List<LedgerEntry> held = new ArrayList<>();
    store.scan(0, Stamp.UNSENT - 1, held::add);
    assertThat(held).filteredOn(entry -> entry.entry().kind() == HazardFound.KIND).hasSize(1);
    assertThat(store.counts().accepted()).isEqualTo(1);
    assertThat(sealed.make()).isEqualTo(new SealedBundle.Made.Nothing());
  }

  @Test
  public void read_whenTheFileIsHostileCutOrForeign_settlesNothing() throws Exception {
    record("第一条");
    server.stop();
    Path bundle = carry(made(1));
    server.command("import-bundle", bundle.toString());
    byte[] receipts = Files.readAllBytes(Path.of(bundle + ".receipts.json"));

    byte[] forged = receipts.clone();
    forged[forged.length / 2] ^= 1;
    assertThat(read(forged))
        .isEqualTo(new SealedBundle.Read.Refused(BundleException.Problem.CHANGED));
    assertThat(read(Arrays.copyOf(receipts, receipts.length / 2)))
        .isEqualTo(new SealedBundle.Read.Refused(BundleException.Problem.NOT_RECEIPTS));
    assertThat(read(Files.readAllBytes(bundle)))
        .isEqualTo(new SealedBundle.Read.Refused(BundleException.Problem.NOT_RECEIPTS));
    assertThat(sealed.read(Uri.fromFile(new File("/nowhere"))))
        .isEqualTo(new SealedBundle.Read.NotRead());
    assertThat(store.counts().pending()).isEqualTo(1);

    store.beginEpoch();
    assertThat(read(receipts))
        .as("of an epoch before")
        .isEqualTo(new SealedBundle.Read.OtherBundle());
    assertThat(store.counts().pending()).isEqualTo(1);
  }

  @Test
  public void logOut_whenAllIsBundled_isDone_andNoOtherAccountTakesTheRecords() throws Exception {
    server.addUser("wang", "王芳", "inspector");
    record("第一条");
    carry(made(1));

    assertThat(logOut.logOut()).isZero();
    assertThat(enrolments.find()).isEmpty();
    assertThat(store.counts().pending()).as("kept").isEqualTo(1);

    assertThat(enrol("wang")).isEqualTo(new EnrolPhone.Result.OtherAccount(1));
    assertThat(enrol("li")).isInstanceOf(EnrolPhone.Result.Done.class);
    assertThat(logOut.logOut()).as("the old bundle is of the old token").isEqualTo(1);
    assertThat(sync.sync()).get().isInstanceOf(SyncOutcome.Done.class);
    assertThat(store.counts().accepted()).isEqualTo(1);
    assertThat(logOut.logOut()).isZero();
  }

  @Test
  public void compare_whenRowsAreMissingOrChanged_saysSo_andPullingAgainMendsIt() throws Exception {
    for (int i = 1; i <= 5; i++) {
      record("第" + i + "条");
    }
    sync.sync();
    record("未上传");
    assertThat(sync.compare(taken -> {})).contains(new LedgerCheck.Result.Same(5));
    List<LedgerEntry> held = new ArrayList<>();
    store.scan(0, Stamp.UNSENT - 1, held::add);

    Stamp stamp = held.get(1).stamp();
    Stamp forged = new Stamp(2, "wang", stamp.role(), stamp.device(), stamp.at());
    store.restore(1, 2, List.of(new LedgerEntry(held.get(1).written(), forged)));
    assertThat(sync.compare(taken -> {})).contains(new LedgerCheck.Result.Different(5, 5));
    store.restore(3, 4, List.of());
    assertThat(sync.compare(taken -> {})).contains(new LedgerCheck.Result.Different(4, 5));

    assertThat(sync.repair(taken -> {})).contains(new LedgerCheck.Result.Same(5));

    List<LedgerEntry> mended = new ArrayList<>();
    store.scan(0, Stamp.UNSENT - 1, mended::add);
    assertThat(mended).startsWith(held.toArray(LedgerEntry[]::new));
    assertThat(store.counts().pending()).isEqualTo(1);
  }

  private SealedBundle.Read read(byte[] file) throws IOException {
    Path path = folder.newFile().toPath();
    Files.write(path, file);
    return sealed.read(Uri.fromFile(path.toFile()));
  }

  private Uri made(int entries) {
    SealedBundle.Made made = sealed.make();
    assertThat(made).isInstanceOf(SealedBundle.Made.Done.class);
    assertThat(((SealedBundle.Made.Done) made).entries()).isEqualTo(entries);
    return ((SealedBundle.Made.Done) made).file();
  }

  /** As whoever was sent it saves it. */
  private Path carry(Uri file) throws IOException {
    Context context = ApplicationProvider.getApplicationContext();
    assertThat(file.getAuthority()).isEqualTo(context.getPackageName() + ".files");
    Path carried = folder.newFile("carried-" + file.getLastPathSegment()).toPath();
    try (InputStream in = files.source(file).open()) {
      Files.write(carried, in.readAllBytes());
    }
    return carried;
  }

  private EnrolPhone.Result enrol(String account) {
    return enrolPhone.enrol(
        new EnrolmentLink(List.of(server.url()), server.enrolmentCode(account), Optional.empty()),
        "手机");
  }

  private Recorded record(String description) throws Exception {
    Fields fields =
        Fields.builder()
            .set(HazardFound.LEVEL, "一般")
            .set(HazardFound.DESCRIPTION, description)
            .build();
    return recorder.record(
        recording -> recording.open(HazardFound.KIND, recorder.today(), fields, List.of()));
  }
}
