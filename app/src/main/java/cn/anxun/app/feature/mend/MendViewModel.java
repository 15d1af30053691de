package cn.anxun.app.feature.mend;

import android.os.Handler;
import android.os.Looper;
import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.app.form.FormReference;
import cn.anxun.app.form.FormReferences;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.app.sync.SyncSchedule;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Mends one refused entry; what is filled in is kept at every keystroke. */
@HiltViewModel
public final class MendViewModel extends ViewModel {
  private final MendEntry mending;
  private final FormReferences references;
  private final Records records;
  private final Recorder recorder;
  private final DraftKeeper drafts;
  private final SyncSchedule schedule;
  private final Executor background;
  private final Handler main = new Handler(Looper.getMainLooper());
  private final MutableLiveData<@Nullable MendState> state = new MutableLiveData<>();
  private final MutableLiveData<@Nullable MendEvent> event = new MutableLiveData<>();
  private String id = "";

  @Inject
  MendViewModel(
      MendEntry mending,
      FormReferences references,
      Records records,
      Recorder recorder,
      DraftKeeper drafts,
      SyncSchedule schedule,
      @Background Executor background) {
    this.mending = mending;
    this.references = references;
    this.records = records;
    this.recorder = recorder;
    this.drafts = drafts;
    this.schedule = schedule;
    this.background = background;
  }

  /** Null until it has been read. */
  LiveData<@Nullable MendState> state() {
    return state;
  }

  /** Null while there is nothing to be said. */
  LiveData<@Nullable MendEvent> event() {
    return event;
  }

  void told() {
    event.setValue(null);
  }

  LocalDate today() {
    return recorder.today();
  }

  /** Begins, or goes on with what was begun. */
  @MainThread
  void open(String entry) {
    if (id.isEmpty()) {
      id = entry;
      background.execute(this::read);
    }
  }

  private void read() {
    try {
      FormReference reference = references.read();
      Optional<MendEntry.Refused> found = mending.find(id, reference);
      if (!found.isPresent()) {
        event.postValue(MendEvent.GONE);
        return;
      }
      MendEntry.Refused refused = found.get();
      Fields fields = drafts.find(draft()).flatMap(MendViewModel::kept).orElse(refused.fields());
      String site =
          records
              .findSite(fields.text(RecordFields.SITE))
              .map(item -> item.record().title())
              .orElse("");
      MendState read =
          new MendState(refused, fields, site, reference.names(today()), refused.problem());
      state.postValue(read);
    } catch (StoreException e) {
      event.postValue(MendEvent.FAILED);
    }
  }

  private static Optional<Fields> kept(String content) {
    try {
      return JsonText.read(content) instanceof Json.Members members
          ? Optional.of(new Fields(members.values()))
          : Optional.empty();
    } catch (JsonSyntaxException e) {
      return Optional.empty();
    }
  }

  private String draft() {
    return "mend/" + id;
  }

  @MainThread
  void set(String field, @Nullable Json value) {
    MendState now = state.getValue();
    if (now != null) {
      show(now.with(now.fields().with(field, value), now.site()));
    }
  }

  @MainThread
  void setSite(String subject, String name) {
    MendState now = state.getValue();
    if (now != null) {
      Json site = subject.isEmpty() ? null : Json.of(subject);
      show(now.with(now.fields().with(RecordFields.SITE.name(), site), name));
    }
  }

  private void show(MendState next) {
    drafts.put(draft(), JsonText.write(new Json.Members(next.fields().values())));
    state.setValue(next);
  }

  /** Has it sent again, where the phone itself finds nothing wrong with it. */
  @MainThread
  void send() {
    MendState now = state.getValue();
    if (now != null) {
      background.execute(() -> send(now));
    }
  }

  private void send(MendState now) {
    try {
      boolean mended = mending.mend(id, now.fields());
      drafts.remove(draft());
      schedule.soon();
      event.postValue(mended ? MendEvent.MENDED : MendEvent.GONE);
    } catch (RecordRejectedException e) {
      main.post(() -> state.setValue(now.with(e.problem())));
    } catch (StoreException e) {
      event.postValue(MendEvent.FAILED);
    }
  }
}
