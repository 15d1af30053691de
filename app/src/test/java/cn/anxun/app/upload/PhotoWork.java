package cn.anxun.app.upload;

import android.content.Context;
import androidx.test.core.app.ApplicationProvider;
import androidx.work.WorkInfo;
import androidx.work.WorkManager;
import androidx.work.testing.TestDriver;
import androidx.work.testing.WorkManagerTestInitHelper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** What WorkManager has to do for photos, under a network that comes when the test says so. */
public final class PhotoWork {
  private PhotoWork() {}

  /** There is a network, and time has passed: all that waits for them begins. */
  public static void connect() {
    Context context = ApplicationProvider.getApplicationContext();
    TestDriver driver = WorkManagerTestInitHelper.getTestDriver(context);
    for (WorkInfo work : list()) {
      if (driver != null && work.getState() == WorkInfo.State.ENQUEUED) {
        driver.setInitialDelayMet(work.getId());
        driver.setAllConstraintsMet(work.getId());
      }
    }
  }

  private static List<WorkInfo> list() {
    WorkManager manager = WorkManager.getInstance(ApplicationProvider.getApplicationContext());
    List<WorkInfo> all = new ArrayList<>();
    try {
      all.addAll(manager.getWorkInfosForUniqueWork(WorkUploadSchedule.SOON).get());
      all.addAll(manager.getWorkInfosForUniqueWork(WorkUploadSchedule.LATER).get());
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }
}
