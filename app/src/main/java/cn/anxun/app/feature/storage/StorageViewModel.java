package cn.anxun.app.feature.storage;

import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.PhotoSpace;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.device.Background;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.upload.PhotoRetention;
import cn.anxun.app.upload.UploadSchedule;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** How long photos stay, and space made at once, as long as the screen is open. */
@HiltViewModel
public final class StorageViewModel extends ViewModel {
  /** Another app may still be reading what it was handed just now. */
  private static final Duration IN_USE = Duration.ofMinutes(10);

  private final PhotoRetention retention;
  private final PhotoTable table;
  private final HandedFiles handed;
  private final UploadSchedule uploads;
  private final Clock clock;
  private final Executor background;
  private final LiveData<PhotoSpace> space;
  private final MutableLiveData<StorageState> state = new MutableLiveData<>(StorageState.FIRST);
  private volatile boolean stopped;

  @Inject
  StorageViewModel(
      PhotoRetention retention,
      PhotoTable table,
      HandedFiles handed,
      UploadSchedule uploads,
      Clock clock,
      @Background Executor background) {
    this.retention = retention;
    this.table = table;
    this.handed = handed;
    this.uploads = uploads;
    this.clock = clock;
    this.background = background;
    space = table.watchSpace();
    background.execute(() -> state.postValue(read(Optional.empty())));
  }

  LiveData<PhotoSpace> space() {
    return space;
  }

  LiveData<StorageState> state() {
    return state;
  }

  /** What is past its days by that goes with the next upload. */
  void choose(int days) {
    StorageState now = now();
    background.execute(
        () -> {
          retention.choose(days);
          uploads.soon();
          state.postValue(read(now.report()));
        });
  }

  /** Frees all that the server has; a second call meanwhile has no effect. */
  @MainThread
  void free() {
    StorageState now = now();
    if (!now.running().isPresent()) {
      stopped = false;
      state.setValue(now.running(PhotoRetention.Freed.NOTHING));
      background.execute(() -> free(now));
    }
  }

  /** Ends it; what went is gone. */
  void stop() {
    stopped = true;
  }

  @Override
  protected void onCleared() {
    stop();
  }

  private void free(StorageState before) {
    PhotoRetention.Freed freed =
        retention.freeNow(
            so -> {
              state.postValue(before.running(so));
              return !stopped;
            });
    int shared = handed.deleteShared("", clock.instant().minus(IN_USE));
    state.postValue(
        read(Optional.of(new StorageState.Report(freed, table.countUnsent(), shared, stopped))));
  }

  private StorageState read(Optional<StorageState.Report> report) {
    return new StorageState(
        retention.days(), retention.most(), handed.sharedBytes(), Optional.empty(), report);
  }

  private StorageState now() {
    StorageState now = state.getValue();
    return now == null ? StorageState.FIRST : now;
  }
}
