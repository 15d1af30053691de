package cn.anxun.app.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Application;
import android.app.Notification;
import android.app.NotificationManager;
import android.content.Intent;
import androidx.test.core.app.ApplicationProvider;
import androidx.work.Configuration;
import androidx.work.ListenableWorker;
import androidx.work.WorkInfo;
import androidx.work.WorkManager;
import androidx.work.testing.TestWorkerBuilder;
import androidx.work.testing.WorkManagerTestInitHelper;
import cn.anxun.app.OffMainThread;
import cn.anxun.app.SettableClock;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Openings;
import cn.anxun.app.record.Recorded;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.shadows.ShadowNotificationManager;

/** What stands in the phone's notifications in the morning, and what does not. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class RemindersTest {
  private static final String DESCRIPTION = "张三仓库堵塞安全出口";

  @Rule(order = 0)
  public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Rule(order = 1)
  public final OffMainThread offMainThread = new OffMainThread();

  @Inject Reminders reminders;
  @Inject ReminderSettings settings;
  @Inject ReminderSchedule schedule;
  @Inject ReminderWorkerFactory workers;
  @Inject Enrolments enrolments;
  @Inject Recorder recorder;
  @Inject SettableClock clock;

  private final Application app = ApplicationProvider.getApplicationContext();
  private ShadowNotificationManager shown;

  @Before
  public void begin() {
    hilt.inject();
    shadowOf(app).grantPermissions(Manifest.permission.POST_NOTIFICATIONS);
    shown = shadowOf(app.getSystemService(NotificationManager.class));
    WorkManagerTestInitHelper.initializeTestWorkManager(
        app, new Configuration.Builder().setWorkerFactory(workers).build());
    enrolments.keep(
        new Enrolled(
            new Enrolment(
                "secret",
                "li",
                "李强",
                Role.INSPECTOR,
                "U01",
                "test.K3",
                "K3",
                new Enrolment.Bureau("test", "某区应急管理局", "430602"),
                Json.members().build()),
            new ServerAddress(List.of("https://a.cn"), Optional.empty())));
  }

  @Test
  public void look_whenOneIsDue_saysHowManyAndNotWhat_andLeadsThere() throws Exception {
    Recorded hazard = record(recorder.today());

    Duration wait = reminders.look();

    assertThat(wait).isEqualTo(Duration.ofHours(23));
    assertThat(shown.getAllNotifications()).hasSize(2);
    for (Notification notification : shown.getAllNotifications()) {
      assertThat(everything(notification)).contains("今天 1 条").doesNotContain("张三", "仓库");
      assertThat(notification.visibility).isEqualTo(Notification.VISIBILITY_PRIVATE);
      assertThat(everything(notification.publicVersion)).doesNotContain("1 条", "张三");
      assertThat(notification.getGroup()).isEqualTo("reminders");
      Intent opens = shadowOf(notification.contentIntent).getSavedIntent();
      assertThat(Openings.of(opens))
          .contains(new Destination.Hazard(hazard.items().get(0).subject()));
    }
    app.getSystemService(NotificationManager.class).cancelAll();
    reminders.look();
    assertThat(shown.getAllNotifications()).as("once").isEmpty();
  }

  @Test
  public void look_whenSeveralAreDue_leadsToTheList_andTellsNothingOfOthersUnlessAsked()
      throws Exception {
    record(recorder.today());
    record(recorder.today().plusDays(1));
    settings.choose(ReminderKind.SUMMARY, false);

    reminders.look();

    Notification notification = shown.getAllNotifications().get(0);
    assertThat(shown.getAllNotifications()).hasSize(1);
    assertThat(everything(notification)).contains("今天 1 条，明天 1 条");
    assertThat(Openings.of(shadowOf(notification.contentIntent).getSavedIntent()))
        .contains(new Destination.Review());
  }

  @Test
  public void look_whenNothingMayBeShownOrNobodyIsEnrolled_showsNothing() throws Exception {
    record(recorder.today());
    shadowOf(app).denyPermissions(Manifest.permission.POST_NOTIFICATIONS);
    shown.setNotificationsEnabled(false);
    reminders.look();
    assertThat(shown.getAllNotifications()).isEmpty();

    shown.setNotificationsEnabled(true);
    shadowOf(app).grantPermissions(Manifest.permission.POST_NOTIFICATIONS);
    clock.advance(Duration.ofDays(1));
    enrolments.forget();
    reminders.look();
    assertThat(shown.getAllNotifications()).isEmpty();
  }

  @Test
  public void doWork_asksForTheNextMorning_whatWorkManagerKeepsOverARestart() throws Exception {
    record(recorder.today());
    ReminderWorker worker =
        TestWorkerBuilder.from(app, ReminderWorker.class, Runnable::run)
            .setWorkerFactory(workers)
            .build();

    assertThat(worker.doWork()).isEqualTo(ListenableWorker.Result.success());

    assertThat(shown.getAllNotifications()).isNotEmpty();
    List<WorkInfo> next = List.of();
    for (int i = 0; i < 500 && next.isEmpty(); i++) {
      next = WorkManager.getInstance(app).getWorkInfosForUniqueWork(ReminderSchedule.NEXT).get();
      Thread.sleep(10);
    }
    assertThat(next)
        .singleElement()
        .satisfies(
            info -> {
              assertThat(info.getState()).isEqualTo(WorkInfo.State.ENQUEUED);
              assertThat(info.getInitialDelayMillis()).isEqualTo(Duration.ofHours(23).toMillis());
            });
  }

  private static String everything(Notification notification) {
    return notification.extras.getString("android.title")
        + notification.extras.getString("android.text")
        + notification.extras.getString("android.bigText")
        + notification.tickerText;
  }

  private Recorded record(LocalDate deadline) throws Exception {
    Fields fields =
        Fields.builder()
            .set(HazardFound.LEVEL, "一般")
            .set(HazardFound.DESCRIPTION, DESCRIPTION)
            .set(HazardFound.DEADLINE, deadline)
            .set(RecordFields.NOTE, "张三")
            .build();
    return recorder.record(
        recording -> recording.open(HazardFound.KIND, recorder.today(), fields, List.of()));
  }
}
