package cn.anxun.app.sync;

import android.content.Context;
import androidx.work.ListenableWorker;
import androidx.work.WorkerFactory;
import androidx.work.WorkerParameters;
import javax.inject.Inject;
import javax.inject.Provider;
import org.jspecify.annotations.Nullable;

/** Makes the {@link SyncWorker} with what it needs. */
public final class SyncWorkerFactory extends WorkerFactory {
  private final Provider<PhoneSync> sync;
  private final Provider<SyncSchedule> schedule;

  @Inject
  public SyncWorkerFactory(Provider<PhoneSync> sync, Provider<SyncSchedule> schedule) {
    this.sync = sync;
    this.schedule = schedule;
  }

  @Override
  public @Nullable ListenableWorker createWorker(
      Context context, String workerClassName, WorkerParameters parameters) {
    return workerClassName.equals(SyncWorker.class.getName())
        ? new SyncWorker(context, parameters, sync.get(), schedule.get())
        : null;
  }
}
