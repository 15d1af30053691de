package cn.anxun.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Context;
import androidx.test.core.app.ApplicationProvider;
import androidx.work.NetworkType;
import androidx.work.WorkInfo;
import androidx.work.WorkManager;
import androidx.work.testing.WorkManagerTestInitHelper;
import cn.anxun.app.setting.MapSettings;
import java.time.Duration;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** When WorkManager is asked to send photos, and over which networks. */
@RunWith(RobolectricTestRunner.class)
public final class WorkUploadScheduleTest {
  private final Context context = ApplicationProvider.getApplicationContext();
  private final MapSettings settings = new MapSettings();
  private WorkManager work;
  private WorkUploadSchedule schedule;

  @Before
  public void start() {
    WorkManagerTestInitHelper.initializeTestWorkManager(context);
    work = WorkManager.getInstance(context);
    schedule = new WorkUploadSchedule(() -> work, settings, Runnable::run);
  }

  @After
  public void stop() {
    WorkManagerTestInitHelper.closeWorkDatabase();
  }

  @Test
  public void soon_goesOverAnyNetwork_andOverFreeOnesAloneWhereThatIsChosen() throws Exception {
    schedule.soon();
    assertThat(only(WorkUploadSchedule.SOON).getConstraints().getRequiredNetworkType())
        .isEqualTo(NetworkType.CONNECTED);

    settings.turn(WorkUploadSchedule.WIFI_ONLY, true);
    schedule.stop();
    schedule.soon();
    schedule.later(Duration.ofMinutes(4));

    assertThat(only(WorkUploadSchedule.SOON).getConstraints().getRequiredNetworkType())
        .isEqualTo(NetworkType.UNMETERED);
    assertThat(only(WorkUploadSchedule.LATER).getConstraints().getRequiredNetworkType())
        .isEqualTo(NetworkType.UNMETERED);
  }

  @Test
  public void later_whenSeveralFail_waitsOnceForTheLast() throws Exception {
    schedule.later(Duration.ofMinutes(4));
    schedule.later(Duration.ofMinutes(8));

    assertThat(only(WorkUploadSchedule.LATER).getInitialDelayMillis())
        .isEqualTo(Duration.ofMinutes(8).toMillis());
  }

  @Test
  public void stop_whenSomebodyLogsOut_leavesNothing() throws Exception {
    schedule.soon();
    schedule.later(Duration.ofMinutes(4));

    schedule.stop();

    assertThat(waiting(WorkUploadSchedule.SOON)).isEmpty();
    assertThat(waiting(WorkUploadSchedule.LATER)).isEmpty();
  }

  private WorkInfo only(String name) throws Exception {
    List<WorkInfo> waiting = waiting(name);
    assertThat(waiting).as(name).hasSize(1);
    return waiting.get(0);
  }

  private List<WorkInfo> waiting(String name) throws Exception {
    return work.getWorkInfosForUniqueWork(name).get().stream()
        .filter(info -> !info.getState().isFinished())
        .toList();
  }
}
