package cn.anxun.app.wipe;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Context;
import android.net.Uri;
import androidx.core.content.FileProvider;
import androidx.test.core.app.ApplicationProvider;
import cn.anxun.app.OffMainThread;
import cn.anxun.app.SettableClock;
import cn.anxun.app.TestPhotos;
import cn.anxun.app.account.EnrolPhone;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.account.Lease;
import cn.anxun.app.account.WipeProgress;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.DraftRow;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.server.ServerProcess;
import cn.anxun.app.sync.PhoneSync;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.sync.EnrolmentLink;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.SyncOutcome;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

/** A lost phone: revoked at the office, wiped at its next contact, nothing unsent lost. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class WipeEndToEndTest {
  @Rule(order = 0)
  public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Rule(order = 1)
  public final OffMainThread offMainThread = new OffMainThread();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Inject EnrolPhone enrolPhone;
  @Inject Enrolments enrolments;
  @Inject Lease lease;
  @Inject PhoneSync sync;
  @Inject WipeProgress progress;
  @Inject SealedFiles sealed;
  @Inject HandedFiles files;
  @Inject Recorder recorder;
  @Inject RoomPhoneStore store;
  @Inject AnxunDatabase database;
  @Inject PhotoStore photos;
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
    assertThat(enrol()).isInstanceOf(EnrolPhone.Result.Done.class);
  }

  @After
  public void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  public void sync_whenTheDeviceWasRevoked_wipesThePhone_andTheServerOpensWhatWasUnsent()
      throws Exception {
    record("已同步");
    assertThat(sync.sync()).get().isInstanceOf(SyncOutcome.Done.class);
    record("撤销后还能上报");
    record("被退回");
    record("也被退回");
    List<OutboxEntry> pending = store.list(OutboxState.PENDING);
    for (OutboxEntry entry : pending.subList(1, 3)) {
      store.quarantine(entry.id(), new EntryProblem(EntryProblem.Code.REFUSED, "", "请修改后重新发送。"));
    }
    Attachment photo = TestPhotos.add(photos, 1, "before");
    database.drafts().put(new DraftRow("inspection", "没填完的检查", 1));
    String device = enrolments.get().enrolment().device();
    server.command("device", "revoke", device);

    assertThat(sync.sync()).get().isInstanceOf(SyncOutcome.Revoked.class);

    assertThat(progress.stage()).isEqualTo(WipeProgress.Stage.DONE);
    assertThat(enrolments.find()).isEmpty();
    assertThat(store.lastSeq()).isZero();
    assertThat(store.counts().accepted() + store.counts().held()).isZero();
    assertThat(store.counts().pending() + store.counts().quarantined()).isZero();
    assertThat(inbox(device)).as("what could go up went up").contains(pending.get(0).id());
    List<Path> carried = carry();
    assertThat(carried).hasSize(2);

    server.stop();
    StringBuilder printed = new StringBuilder();
    for (Path file : carried) {
      printed.append(server.command("import-bundle", file.toString()));
    }
    assertThat(printed).contains("1 张照片已存入本单位的文件");
    server.restart();

    assertThat(inbox(device)).contains(ids(pending)).contains("3");
    Path parts = Path.of(pack(carried) + ".parts");
    assertThat(parts.resolve("photos/" + photo.sha256() + ".jpg")).exists();
    assertThat(Files.readString(parts.resolve("drafts.json"))).contains("没填完的检查");
    assertThat(Files.readString(parts.resolve("quarantined.json"))).contains("也被退回");

    assertThat(enrol()).isInstanceOf(EnrolPhone.Result.Done.class);
    assertThat(progress.stage()).isEqualTo(WipeProgress.Stage.NONE);
    assertThat(sync.sync()).get().isInstanceOf(SyncOutcome.Done.class);
    assertThat(store.lastSeq()).as("pulled again").isPositive();
    assertThat(sealed.list()).as("kept until somebody has them").hasSize(2);
  }

  @Test
  public void sync_whenOnlyTheAccountWasDisabled_shutsThePhoneAndWipesNothing() throws Exception {
    record("已同步");
    sync.sync();
    long pulled = store.lastSeq();
    record("未上传");
    server.command("user", "disable", "li");

    assertThat(sync.sync()).get().isInstanceOf(SyncOutcome.Revoked.class);

    assertThat(progress.stage()).isEqualTo(WipeProgress.Stage.NONE);
    assertThat(store.counts().held()).isEqualTo(1);
    assertThat(store.lastSeq()).isPositive().isEqualTo(pulled);
    assertThat(lease.isOver()).as("the app does not open").isTrue();
    server.command("user", "enable", "li");
    assertThat(sync.sync()).get().isInstanceOf(SyncOutcome.Done.class);
    assertThat(lease.isOver()).isFalse();
    assertThat(store.counts().held()).as("offered again, not left to the inbox").isZero();
    assertThat(store.counts().accepted()).isEqualTo(2);
  }

  private String inbox(String device) {
    return server.command("device", "inbox", "--bureau", ServerProcess.BUREAU, "--device", device);
  }

  private static String[] ids(List<OutboxEntry> entries) {
    return entries.stream().map(OutboxEntry::id).toArray(String[]::new);
  }

  private static Path pack(List<Path> carried) {
    return carried.stream().filter(file -> file.toString().endsWith(".anxunp")).findFirst().get();
  }

  /** As whoever was sent them saves them. */
  private List<Path> carry() throws Exception {
    List<Path> carried = new java.util.ArrayList<>();
    for (Uri uri : sealed.list()) {
      Path file = folder.getRoot().toPath().resolve(String.valueOf(uri.getLastPathSegment()));
      try (InputStream in = files.source(uri).open()) {
        Files.write(file, in.readAllBytes());
      }
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          .doesNotContain("退回", "检查");
      carried.add(file);
    }
    Context context = ApplicationProvider.getApplicationContext();
    assertThat(sealed.list().get(0).getAuthority()).isEqualTo(context.getPackageName() + ".files");
    return carried;
  }

  private EnrolPhone.Result enrol() {
    return enrolPhone.enrol(
        new EnrolmentLink(List.of(server.url()), server.enrolmentCode("li"), Optional.empty()),
        "手机");
  }

  private void record(String description) throws Exception {
    Fields fields =
        Fields.builder()
            .set(HazardFound.LEVEL, "一般")
            .set(HazardFound.DESCRIPTION, description)
            .build();
    recorder.record(
        recording -> recording.open(HazardFound.KIND, recorder.today(), fields, List.of()));
  }
}
