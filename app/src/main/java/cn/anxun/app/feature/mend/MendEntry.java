package cn.anxun.app.feature.mend;

import androidx.annotation.WorkerThread;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.form.FormField;
import cn.anxun.app.form.FormLayout;
import cn.anxun.app.form.FormReference;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.CustomRecorded;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.json.Json;
import cn.anxun.core.sync.OutboxEntry;
import java.time.LocalDate;
import java.util.Optional;
import javax.inject.Inject;

/**
 * Mends an entry that the server did not take, under its own id: the field at fault filled in anew,
 * or the same once more. Waits for the disk.
 */
public final class MendEntry {
  /** The day on which it happened, which stands beside the fields. */
  static final Field<LocalDate> DATE = Field.date("businessDate");

  private final RoomPhoneStore store;
  private final Recorder recorder;

  @Inject
  public MendEntry(RoomPhoneStore store, Recorder recorder) {
    this.store = store;
    this.recorder = recorder;
  }

  /**
   * An entry that was refused.
   *
   * @param field at fault; empty where it is none that a person fills in
   * @param fields as they are, the day among them
   */
  record Refused(Entry entry, EntryProblem problem, Optional<FormField> field, Fields fields) {}

  /** Empty where the entry needs no mending, or no more. */
  @WorkerThread
  Optional<Refused> find(String id, FormReference reference) {
    return store.findOwn(id).flatMap(held -> refused(held, reference));
  }

  private static Optional<Refused> refused(OutboxEntry held, FormReference reference) {
    Entry entry = held.written().entry();
    return held.problem()
        .map(
            problem ->
                new Refused(
                    entry,
                    problem,
                    field(entry, problem.field(), reference),
                    entry
                        .fields()
                        .with(DATE.name(), Json.of(entry.header().businessDate().toString()))));
  }

  private static Optional<FormField> field(Entry entry, String name, FormReference reference) {
    return name.equals(DATE.name())
        ? Optional.of(new FormField(DATE, "", Optional.empty(), true))
        : FormLayout.of(entry.kind(), entry.fields().text(CustomRecorded.RECORD_KIND), reference)
            .find(name);
  }

  /**
   * Mends it.
   *
   * @param filled all its fields, the day among them
   * @return false where it needs no mending any more
   * @throws RecordRejectedException where it is still not acceptable; it stays as it was
   */
  @WorkerThread
  public boolean mend(String id, Fields filled) throws RecordRejectedException {
    Optional<OutboxEntry> held = store.findOwn(id);
    if (!held.isPresent()) {
      return false;
    }
    Entry entry = held.get().written().entry();
    return recorder.rewrite(
        id,
        filled.find(DATE).orElse(entry.header().businessDate()),
        filled.with(DATE.name(), null),
        entry.header().attachments());
  }
}
