package cn.anxun.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Context;
import androidx.test.core.app.ApplicationProvider;
import androidx.work.Configuration;
import androidx.work.ListenableWorker;
import androidx.work.NetworkType;
import androidx.work.WorkInfo;
import androidx.work.WorkManager;
import androidx.work.Worker;
import androidx.work.WorkerFactory;
import androidx.work.WorkerParameters;
import androidx.work.testing.TestDriver;
import androidx.work.testing.WorkManagerTestInitHelper;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.setting.MapSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** When WorkManager is asked to sync, and how often it then does. */
@RunWith(RobolectricTestRunner.class)
public final class WorkScheduleTest {
  private final Context context = ApplicationProvider.getApplicationContext();
  private final MapSettings settings = new MapSettings();
  private final AtomicInteger syncs = new AtomicInteger();
  private WorkSchedule schedule;
  private WorkManager work;
  private TestDriver phone;

  @Before
  public void start() {
    WorkManagerTestInitHelper.initializeTestWorkManager(
        context, new Configuration.Builder().setWorkerFactory(new CountingFactory()).build());
    work = WorkManager.getInstance(context);
    phone = WorkManagerTestInitHelper.getTestDriver(context);
    schedule = new WorkSchedule(() -> work, settings, Runnable::run);
  }

  @After
  public void stop() {
    WorkManagerTestInitHelper.closeWorkDatabase();
  }

  @Test
  public void start_whenThereIsANetwork_syncsNowAndEachQuarterOfAnHour() {
    schedule.start();

    WorkInfo regular = only(WorkSchedule.REGULAR);
    assertThat(regular.getPeriodicityInfo().getRepeatIntervalMillis())
        .isEqualTo(Duration.ofMinutes(15).toMillis());
    assertThat(regular.getConstraints().getRequiredNetworkType()).isEqualTo(NetworkType.CONNECTED);
    WorkInfo first = only(WorkSchedule.LATER);
    assertThat(first.getInitialDelayMillis()).isZero();
    assertSyncs(0);
    phone.setAllConstraintsMet(first.getId());
    assertSyncs(1);
    phone.setAllConstraintsMet(regular.getId());
    assertSyncs(2);
  }

  @Test
  public void start_whenTheAppStartsAgain_isScheduledOnce() {
    schedule.start();
    schedule.start();

    assertThat(waiting(WorkSchedule.REGULAR)).hasSize(1);
    assertThat(waiting(WorkSchedule.LATER)).hasSize(1);
  }

  @Test
  public void soon_whenMoreIsSaved_waitsTenSecondsFromTheLast() {
    schedule.soon();
    schedule.soon();

    List<WorkInfo> soon = waiting(WorkSchedule.SOON);
    assertThat(soon).hasSize(1);
    assertThat(soon.get(0).getInitialDelayMillis()).isEqualTo(WorkSchedule.UNDO.toMillis());
    phone.setAllConstraintsMet(soon.get(0).getId());
    assertSyncs(0);
    phone.setInitialDelayMet(soon.get(0).getId());
    assertSyncs(1);
  }

  @Test
  public void now_whenThereIsNoNetwork_triesAllTheSame() {
    schedule.now();

    assertSyncs(1);
  }

  @Test
  public void later_whenOneSyncAfterAnotherFails_waitsOnceForTheLast() {
    schedule.later(Duration.ofMinutes(4));
    schedule.later(Duration.ofMinutes(8));
    schedule.later(Duration.ofMinutes(15));

    List<WorkInfo> later = waiting(WorkSchedule.LATER);
    assertThat(later).hasSize(1);
    assertThat(later.get(0).getInitialDelayMillis()).isEqualTo(Duration.ofMinutes(15).toMillis());
    phone.setAllConstraintsMet(later.get(0).getId());
    phone.setInitialDelayMet(later.get(0).getId());
    assertSyncs(1);
    // The worker has synced a moment before WorkManager says that it is done.
    Screenshots.await("none later", () -> waiting(WorkSchedule.LATER).isEmpty());
  }

  @Test
  public void soon_whenOnlyFreeNetworksMayBeUsed_waitsForOneAndNowDoesNot() {
    settings.turn(WorkSchedule.WIFI_ONLY, true);

    schedule.soon();
    schedule.now();

    assertThat(only(WorkSchedule.SOON).getConstraints().getRequiredNetworkType())
        .isEqualTo(NetworkType.UNMETERED);
    assertSyncs(1);
  }

  @Test
  public void stop_whenSomebodyLogsOut_leavesNothing() {
    schedule.start();
    schedule.soon();

    schedule.stop();

    for (String name :
        List.of(WorkSchedule.REGULAR, WorkSchedule.SOON, WorkSchedule.NOW, WorkSchedule.LATER)) {
      assertThat(waiting(name)).as(name).isEmpty();
    }
  }

  private void assertSyncs(int count) {
    Screenshots.await(count + " syncs", () -> syncs.get() >= count);
    assertThat(syncs).hasValue(count);
  }

  private WorkInfo only(String name) {
    List<WorkInfo> waiting = waiting(name);
    assertThat(waiting).as(name).hasSize(1);
    return waiting.get(0);
  }

  private List<WorkInfo> waiting(String name) {
    try {
      return work.getWorkInfosForUniqueWork(name).get().stream()
          .filter(info -> !info.getState().isFinished())
          .toList();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In place of each sync, a stroke. */
  private final class CountingFactory extends WorkerFactory {
    @Override
    public @Nullable ListenableWorker createWorker(
        Context at, String worker, WorkerParameters parameters) {
      assertThat(worker).isEqualTo(SyncWorker.class.getName());
      return new Worker(at, parameters) {
        @Override
        public Result doWork() {
          syncs.incrementAndGet();
          return Result.success();
        }
      };
    }
  }
}
