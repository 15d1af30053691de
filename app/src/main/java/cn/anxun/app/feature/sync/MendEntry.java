package cn.anxun.app.feature.sync;

import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.json.Json;
import cn.anxun.core.sync.OutboxEntry;
import java.util.Optional;
import javax.inject.Inject;

/**
 * Mends an entry that the server did not take, under its own id: the field at fault typed anew, or
 * the same once more. Waits for the disk.
 */
public final class MendEntry {
  private final RoomPhoneStore store;
  private final Recorder recorder;

  @Inject
  public MendEntry(RoomPhoneStore store, Recorder recorder) {
    this.store = store;
    this.recorder = recorder;
  }

  /**
   * Mends it.
   *
   * @param field "" to send it once more as it is
   * @return false where it needs no mending any more
   * @throws RecordRejectedException where it is still not acceptable; it stays as it was
   */
  public boolean mend(String id, String field, String value) throws RecordRejectedException {
    Optional<OutboxEntry> held = store.findOwn(id);
    if (!held.isPresent()) {
      return false;
    }
    Entry entry = held.get().written().entry();
    Fields fields =
        field.isEmpty()
            ? entry.fields()
            : entry.fields().with(field, value.isEmpty() ? null : Json.of(value));
    return recorder.rewrite(
        id, entry.header().businessDate(), fields, entry.header().attachments());
  }
}
