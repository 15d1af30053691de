package cn.anxun.app.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import android.content.Context;
import androidx.test.core.app.ApplicationProvider;
import androidx.work.ForegroundInfo;
import androidx.work.ListenableWorker.Result;
import androidx.work.testing.TestWorkerBuilder;
import cn.anxun.app.R;
import cn.anxun.app.SettableClock;
import cn.anxun.app.account.ElapsedIdleLock;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.account.Lease;
import cn.anxun.app.account.RevokedPhone;
import cn.anxun.app.account.SettableUptime;
import cn.anxun.app.account.TrustedClock;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.record.Colleagues;
import cn.anxun.app.setting.MapSettings;
import cn.anxun.app.setting.Settings;
import cn.anxun.app.upload.UploadSchedule;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.BackOff;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.ServerDigest;
import cn.anxun.core.sync.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** What one sync in the background asks for next, by how it ended. */
@RunWith(RobolectricTestRunner.class)
public final class SyncWorkerTest {
  private static final Enrolled ENROLLED =
      new Enrolled(
          new Enrolment(
              "secret",
              "li",
              "李强",
              Role.INSPECTOR,
              "U01",
              "phone-1",
              "K3",
              new Enrolment.Bureau("test", "某区应急管理局", "430602"),
              Json.members().build()),
          new ServerAddress(List.of("https://a.cn"), Optional.empty()));
  private static final RemoteAnswer<PullPage> EMPTY =
      new RemoteAnswer.Answered<>(
          new PullPage(List.of(), "1.1.0", false, 0, "", PullPage.Reset.NONE));

  private final Context context = ApplicationProvider.getApplicationContext();
  private final MapSettings settings = new MapSettings();
  private final SettableClock clock = new SettableClock();
  private final TrustedClock trusted = new TrustedClock(settings, clock, new SettableUptime());
  private final Enrolments enrolments = new Enrolments(settings, new Random(1));
  private final SyncMemory memory = new SyncMemory(settings);
  private final RecordedSchedule schedule = new RecordedSchedule();
  private final CountedWipe phone = new CountedWipe();
  private final RecordedUploads uploads = new RecordedUploads();

  @Test
  public void doWork_whenNotEnrolled_doesNothingAndAsksForNothing() {
    assertThat(worker(new InMemoryPhoneStore(), offline()).doWork()).isEqualTo(Result.success());

    assertThat(schedule.waits).isEmpty();
    assertThat(memory.how()).isEqualTo(SyncStatus.How.NEVER);
  }

  @Test
  public void doWork_whenEverythingWasSent_asksForNothing() {
    enrolments.keep(ENROLLED);

    assertThat(worker(new InMemoryPhoneStore(), EMPTY).doWork()).isEqualTo(Result.success());

    assertThat(schedule.waits).isEmpty();
    assertThat(uploads.asked).as("photos after records").isEqualTo(1);
    assertThat(memory.how()).isEqualTo(SyncStatus.How.DONE);
    assertThat(memory.lastDone()).contains(clock.instant());
  }

  @Test
  public void doWork_whenTheServerIsNotReached_asksAgainAfterALongerWaitEachTime() {
    enrolments.keep(ENROLLED);
    InMemoryPhoneStore store = new InMemoryPhoneStore();

    for (int i = 0; i < 4; i++) {
      assertThat(worker(store, offline()).doWork()).isEqualTo(Result.success());
    }

    assertThat(schedule.waits).hasSize(4).isSorted();
    assertThat(schedule.waits.get(0)).isBetween(BackOff.FIRST.dividedBy(2), BackOff.FIRST);
    assertThat(memory.how()).isEqualTo(SyncStatus.How.OFFLINE);
  }

  @Test
  public void doWork_whenSomebodyElseAnswers_saysSoAndNotThatThereIsNoNetwork() {
    enrolments.keep(ENROLLED);
    InMemoryPhoneStore store = new InMemoryPhoneStore();

    worker(store, new RemoteAnswer.Offline<>(RemoteAnswer.Reason.NOT_OURS)).doWork();

    assertThat(statuses(store).read().line()).isEqualTo(SyncStatus.Line.NOT_OURS);
    assertThat(schedule.waits).hasSize(1);
  }

  @Test
  public void doWork_whenTheServerNamesAWait_keepsToIt() {
    enrolments.keep(ENROLLED);
    RemoteAnswer<PullPage> busy =
        new RemoteAnswer.Refused<>(
            Problem.of(503, "busy", "Busy", "服务器正忙"), Optional.of(Duration.ofMinutes(20)));

    worker(new InMemoryPhoneStore(), busy).doWork();

    assertThat(schedule.waits).hasSize(1);
    assertThat(schedule.waits.get(0)).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(22));
    assertThat(memory.sentence()).isEqualTo("服务器正忙");
  }

  @Test
  public void doWork_whenTheDeviceIsRevoked_doesNotKnockAgain() {
    enrolments.keep(ENROLLED);

    worker(
            new InMemoryPhoneStore(),
            new RemoteAnswer.Unauthorized<>(Problem.of(401, "revoked", "Revoked", "已停用")))
        .doWork();

    assertThat(schedule.waits).isEmpty();
    assertThat(memory.how()).isEqualTo(SyncStatus.How.REVOKED);
  }

  @Test
  public void doWork_whenTheServerSaysTwiceThatTheDeviceIsRevoked_wipes() {
    enrolments.keep(ENROLLED);

    worker(new InMemoryPhoneStore(), unauthorized("device-revoked")).doWork();

    assertThat(phone.wipes).isEqualTo(1);
    phone.wiped = true;
    worker(new InMemoryPhoneStore(), unauthorized("device-revoked")).doWork();
    assertThat(phone.wipes).as("only once").isEqualTo(1);
    assertThat(phone.resumed).as("what was cut off goes on").isEqualTo(1);
  }

  @Test
  public void doWork_whateverElseIsAnswered_wipesNothing() {
    enrolments.keep(ENROLLED);
    RemoteAnswer<PullPage> forbidden =
        new RemoteAnswer.Refused<>(
            Problem.of(403, "device-revoked", "Revoked", "已注销"), Optional.empty());
    List<RemoteAnswer<PullPage>> answers =
        List.of(
            unauthorized("access-withdrawn"),
            unauthorized("unknown-token"),
            unauthorized("no-token"),
            unauthorized("Device-Revoked"),
            unauthorized(""),
            forbidden,
            offline(),
            new RemoteAnswer.Offline<>(RemoteAnswer.Reason.NOT_OURS),
            new RemoteAnswer.Offline<>(RemoteAnswer.Reason.UNREADABLE));

    for (RemoteAnswer<PullPage> answer : answers) {
      worker(new InMemoryPhoneStore(), answer).doWork();
    }

    assertThat(phone.wipes).isZero();
    assertThat(enrolments.find()).contains(ENROLLED);
  }

  @Test
  public void doWork_whenOnlyTheAccountIsShut_shutsTheAppUntilItIsServedAgain() {
    enrolments.keep(ENROLLED);
    Lease lease = new Lease(enrolments, settings, trusted);
    lease.renew();

    worker(new InMemoryPhoneStore(), unauthorized("access-withdrawn")).doWork();
    assertThat(lease.isOver()).isTrue();
    worker(new InMemoryPhoneStore(), EMPTY).doWork();
    assertThat(lease.isOver()).isFalse();
  }

  private static RemoteAnswer<PullPage> unauthorized(String code) {
    return new RemoteAnswer.Unauthorized<>(Problem.of(401, code, "Revoked", "已停用"));
  }

  @Test
  public void doWork_whenTheDiskIsFull_failsInTheRecordAndInTheLine() {
    enrolments.keep(ENROLLED);
    InMemoryPhoneStore store = new InMemoryPhoneStore();
    SyncStatuses statuses = statuses(store);

    assertThatThrownBy(
            () -> worker(store, statuses, new SyncMemory(new FullDisk()), EMPTY).doWork())
        .hasMessageContaining("disk is full");

    assertThat(statuses.read().line()).isEqualTo(SyncStatus.Line.FAILED);
  }

  @Test
  public void getForegroundInfo_whenAskedForByAPerson_saysThatItSyncs() {
    ForegroundInfo shown = worker(new InMemoryPhoneStore(), EMPTY).getForegroundInfo();

    assertThat(shown.getNotification().extras.getString("android.title"))
        .isEqualTo(context.getString(R.string.sync_line_running));
  }

  private static RemoteAnswer<PullPage> offline() {
    return new RemoteAnswer.Offline<>(RemoteAnswer.Reason.UNREACHABLE);
  }

  private SyncStatuses statuses(InMemoryPhoneStore store) {
    return new SyncStatuses(store, memory, trusted, Runnable::run);
  }

  private SyncWorker worker(InMemoryPhoneStore store, RemoteAnswer<PullPage> pulled) {
    return worker(store, statuses(store), memory, pulled);
  }

  /** As WorkManager makes it. */
  private SyncWorker worker(
      InMemoryPhoneStore store,
      SyncStatuses statuses,
      SyncMemory remembers,
      RemoteAnswer<PullPage> pulled) {
    PhoneSync sync =
        new PhoneSync(
            enrolments,
            new Lease(enrolments, settings, trusted),
            new ElapsedIdleLock(() -> 0),
            phone,
            store,
            enrolled -> new PullOnly(pulled),
            enrolled -> new RemoteAnswer.Offline<>(RemoteAnswer.Reason.UNREACHABLE),
            enrolled -> {},
            new Colleagues(settings),
            new NewVersion(
                settings,
                enrolments,
                enrolled -> new RemoteAnswer.Offline<>(RemoteAnswer.Reason.UNREACHABLE),
                new AppVersion(1, "1"),
                clock),
            remembers,
            statuses,
            clock,
            new Random(1));
    return TestWorkerBuilder.from(context, SyncWorker.class, Runnable::run)
        .setWorkerFactory(
            new SyncWorkerFactory(
                () -> sync,
                () -> schedule,
                () -> uploads,
                () -> {
                  throw new AssertionError("photos are another work");
                }))
        .build();
  }

  private static final class CountedWipe implements RevokedPhone {
    private int wipes;
    private int resumed;
    private boolean wiped;

    @Override
    public boolean isWiped() {
      return wiped;
    }

    @Override
    public void wipe() {
      wipes++;
    }

    @Override
    public void resume() {
      resumed++;
    }
  }

  /** A server with which nothing is pushed. */
  private record PullOnly(RemoteAnswer<PullPage> answer) implements RemoteLedger {
    @Override
    public RemoteAnswer<PushReply> push(List<WrittenEntry> entries) {
      throw new AssertionError("nothing is pending");
    }

    @Override
    public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
      return answer;
    }

    @Override
    public RemoteAnswer<ServerDigest> digest(String cursor, Optional<Witness> head) {
      throw new AssertionError("a sync asks for no digest");
    }
  }

  /** Nothing can be written any more. */
  private static final class FullDisk implements Settings {
    @Override
    public Optional<String> find(String name) {
      return Optional.empty();
    }

    @Override
    public void put(String name, String value) {
      throw new IllegalStateException("database or disk is full");
    }

    @Override
    public void delete(String name) {
      throw new IllegalStateException("database or disk is full");
    }
  }

  /** Writes down the waits. */
  private static final class RecordedSchedule implements SyncSchedule {
    private final List<Duration> waits = new ArrayList<>();

    @Override
    public void start() {}

    @Override
    public void soon() {}

    @Override
    public void now() {}

    @Override
    public void later(Duration wait) {
      waits.add(wait);
    }

    @Override
    public void stop() {}
  }

  private static final class RecordedUploads implements UploadSchedule {
    private int asked;

    @Override
    public void soon() {
      asked++;
    }

    @Override
    public void later(Duration wait) {
      throw new AssertionError("a sync knows no wait of photos");
    }

    @Override
    public void stop() {
      throw new AssertionError("a sync stops no photos");
    }
  }
}
