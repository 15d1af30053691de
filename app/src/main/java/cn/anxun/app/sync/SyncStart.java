package cn.anxun.app.sync;

import androidx.lifecycle.LiveData;
import cn.anxun.app.account.RevokedPhone;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.OutboxRows;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.upload.UploadStart;
import cn.anxun.core.sync.OutboxCounts;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Sets syncing going as the process starts, and whenever there is more to be sent. */
@Singleton
public final class SyncStart {
  private static final Logger LOG = Logger.getLogger(SyncStart.class.getName());

  private final AnxunDatabase database;
  private final SyncSchedule schedule;
  private final SyncStatuses statuses;
  private final RevokedPhone revoked;
  private final UploadStart uploads;
  private final Executor background;
  private int waiting = -1;

  @Inject
  SyncStart(
      AnxunDatabase database,
      SyncSchedule schedule,
      SyncStatuses statuses,
      RevokedPhone revoked,
      UploadStart uploads,
      @Background Executor background) {
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
    background.execute(this::resumeWipe);
    uploads.begin();
    LiveData<OutboxCounts> counts = new OutboxRows(database).watchCounts();
    counts.observeForever(this::changed);
  }

  private void resumeWipe() {
    try {
      revoked.resume();
    } catch (StoreException | UncheckedIOException e) {
      // A full disk: the page of the wipe, which is all that opens, says so and tries again.
      LOG.log(Level.WARNING, "the wipe is not at its end", e);
    }
  }

  private void changed(OutboxCounts counts) {
    if (waiting >= 0 && counts.pending() > waiting) {
      schedule.soon();
    }
    waiting = counts.pending();
    statuses.refresh();
  }
}
