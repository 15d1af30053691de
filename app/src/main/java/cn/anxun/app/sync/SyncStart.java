package cn.anxun.app.sync;

import androidx.lifecycle.LiveData;
import cn.anxun.app.account.RevokedPhone;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.OutboxRows;
import cn.anxun.app.device.Background;
import cn.anxun.app.upload.UploadStart;
import cn.anxun.core.sync.OutboxCounts;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Sets syncing going as the process starts, and whenever there is more to be sent. */
@Singleton
public final class SyncStart {
  private final AnxunDatabase database;
  private final SyncSchedule schedule;
  private final SyncStatuses statuses;
  private final SealedBundle sealed;
  private final RevokedPhone revoked;
  private final UploadStart uploads;
  private final Executor background;
  private int waiting = -1;

  @Inject
  SyncStart(
      AnxunDatabase database,
      SyncSchedule schedule,
      SyncStatuses statuses,
      SealedBundle sealed,
      RevokedPhone revoked,
      UploadStart uploads,
      @Background Executor background) {
    this.sealed = sealed;
    this.revoked = revoked;
    this.uploads = uploads;
    this.background = background;
    this.database = database;
    this.schedule = schedule;
    this.statuses = statuses;
  }

  /** For the main thread, once. */
  public void begin() {
    schedule.start();
    statuses.refresh();
    background.execute(revoked::resume);
    uploads.begin();
    background.execute(sealed::deleteOld);
    LiveData<OutboxCounts> counts = new OutboxRows(database).watchCounts();
    counts.observeForever(this::changed);
  }

  private void changed(OutboxCounts counts) {
    if (waiting >= 0 && counts.pending() > waiting) {
      schedule.soon();
    }
    waiting = counts.pending();
    statuses.refresh();
  }
}
