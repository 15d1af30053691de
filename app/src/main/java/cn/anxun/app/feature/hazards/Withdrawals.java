package cn.anxun.app.feature.hazards;

import androidx.annotation.WorkerThread;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.sync.OutboxEntry;
import java.util.Optional;
import javax.inject.Inject;

/** 撤回 of a single step before it is sent, and its return. */
final class Withdrawals {
  private final Recorder recorder;
  private final RoomPhoneStore store;

  @Inject
  Withdrawals(Recorder recorder, RoomPhoneStore store) {
    this.recorder = recorder;
    this.store = store;
  }

  /** False, and no effect, once it was begun to be sent. */
  @WorkerThread
  boolean withdraw(String entry) {
    return recorder.withdraw(entry);
  }

  /** As it was before it was taken back. */
  @WorkerThread
  void restore(String entry) {
    Optional<OutboxEntry> own = store.findOwn(entry);
    if (own.isPresent()) {
      Entry said = own.get().written().entry();
      try {
        recorder.rewrite(
            entry, said.header().businessDate(), said.fields(), said.header().attachments());
      } catch (RecordRejectedException e) {
        throw new IllegalStateException("what was acceptable before is not any more", e);
      }
    }
  }
}
