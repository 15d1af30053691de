package cn.anxun.app.sync;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import cn.anxun.app.account.TrustedClock;
import cn.anxun.app.device.Background;
import cn.anxun.core.sync.OutboxCounts;
import cn.anxun.core.sync.PhoneStore;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import javax.inject.Singleton;

/** The one place that tells how sync stands. */
@Singleton
public final class SyncStatuses {
  private final MutableLiveData<SyncStatus> status = new MutableLiveData<>(SyncStatus.UNKNOWN);
  private final PhoneStore store;
  private final SyncMemory memory;
  private final TrustedClock clock;
  private final Executor background;
  private volatile boolean running;
  private volatile boolean failed;

  @Inject
  SyncStatuses(
      PhoneStore store, SyncMemory memory, TrustedClock clock, @Background Executor background) {
    this.store = store;
    this.memory = memory;
    this.clock = clock;
    this.background = background;
  }

  /** Follows every change. */
  public LiveData<SyncStatus> watch() {
    return status;
  }

  /** Looks again, after something was saved, sent or mended. From any thread. */
  public void refresh() {
    background.execute(() -> status.postValue(read()));
  }

  /** How it stands now. Waits for the disk. */
  public SyncStatus read() {
    OutboxCounts counts = store.counts();
    SyncStatus.How how =
        running ? SyncStatus.How.RUNNING : failed ? SyncStatus.How.FAILED : memory.how();
    return new SyncStatus(
        how,
        counts.pending(),
        counts.quarantined(),
        counts.held(),
        memory.lastDone(),
        memory.sentence(),
        clock.off());
  }

  void began() {
    running = true;
    status.postValue(read());
  }

  void ended(boolean byError) {
    running = false;
    failed = byError;
    refresh();
  }
}
