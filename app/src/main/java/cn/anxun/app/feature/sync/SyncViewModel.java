package cn.anxun.app.feature.sync;

import android.content.Context;
import android.net.Uri;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.Transformations;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.device.Background;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.app.sync.SyncSchedule;
import cn.anxun.app.sync.SyncStatus;
import cn.anxun.app.sync.SyncStatuses;
import cn.anxun.app.wipe.SealedFiles;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import dagger.hilt.android.lifecycle.HiltViewModel;
import dagger.hilt.android.qualifiers.ApplicationContext;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** What waits and what was refused. */
@HiltViewModel
public final class SyncViewModel extends ViewModel {
  private final Records records;
  private final Recorder recorder;
  private final SyncStatuses statuses;
  private final SyncSchedule schedule;
  private final Executor background;
  private final MutableLiveData<Long> stored = new MutableLiveData<>();
  private final MutableLiveData<List<Uri>> left = new MutableLiveData<>();

  @Inject
  SyncViewModel(
      @ApplicationContext Context context,
      Records records,
      Recorder recorder,
      SyncStatuses statuses,
      SyncSchedule schedule,
      SealedFiles sealed,
      @Background Executor background) {
    this.records = records;
    this.recorder = recorder;
    this.statuses = statuses;
    this.schedule = schedule;
    this.background = background;
    background.execute(() -> left.postValue(sealed.list()));
    background.execute(
        () ->
            stored.postValue(
                size(context.getDatabasePath(AnxunDatabase.FILE)) + size(context.getFilesDir())));
  }

  LiveData<SyncStatus> status() {
    return statuses.watch();
  }

  LiveData<List<SyncItem>> refused() {
    return items(OutboxState.QUARANTINED);
  }

  LiveData<List<SyncItem>> waiting() {
    return items(OutboxState.PENDING);
  }

  /** Bytes of what this app keeps. */
  LiveData<Long> stored() {
    return stored;
  }

  /** The sealed files that earlier wipes of this phone left. */
  LiveData<List<Uri>> left() {
    return left;
  }

  void syncNow() {
    schedule.now();
  }

  void withdraw(String id) {
    background.execute(() -> recorder.withdraw(id));
  }

  private LiveData<List<SyncItem>> items(OutboxState state) {
    return Transformations.map(
        records.watchOwn(state),
        entries -> {
          List<SyncItem> items = new ArrayList<>(entries.size());
          for (OutboxEntry entry : entries) {
            items.add(SyncItem.of(entry, title(entry)));
          }
          return items;
        });
  }

  private static String title(OutboxEntry entry) {
    String name = entry.written().entry().fields().text(SiteRegistered.NAME);
    String description = entry.written().entry().fields().text(HazardFound.DESCRIPTION);
    String note = entry.written().entry().fields().text(RecordFields.NOTE);
    return !name.isEmpty() ? name : !description.isEmpty() ? description : note;
  }

  private static long size(File file) {
    File[] inside = file.listFiles();
    long size = file.length();
    for (File each : inside == null ? new File[0] : inside) {
      size += size(each);
    }
    return size;
  }
}
