package cn.anxun.app.feature.hazards;

import android.os.Handler;
import android.os.Looper;
import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.device.Background;
import cn.anxun.app.record.RecordChanges;
import cn.anxun.app.ui.Dates;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** One hazard, followed as it changes. */
@HiltViewModel
public final class HazardViewModel extends ViewModel {
  private final HazardPages pages;
  private final RecordChanges changes;
  private final Withdrawals withdrawals;
  private final Clock clock;
  private final Executor background;
  private final Handler main = new Handler(Looper.getMainLooper());
  private final MutableLiveData<HazardPageState> state = new MutableLiveData<>();
  private final Runnable changed = this::read;
  private @Nullable String subject;

  @Inject
  public HazardViewModel(
      HazardPages pages,
      RecordChanges changes,
      Withdrawals withdrawals,
      Clock clock,
      @Background Executor background) {
    this.pages = pages;
    this.withdrawals = withdrawals;
    this.changes = changes;
    this.clock = clock;
    this.background = background;
  }

  /** Begins with this hazard; once. */
  void show(String hazard) {
    if (subject == null) {
      subject = hazard;
      changes.watch(changed);
    }
    background.execute(this::read);
  }

  @Override
  protected void onCleared() {
    changes.unwatch(changed);
  }

  /** Has no value until it has been read. */
  LiveData<HazardPageState> state() {
    return state;
  }

  /**
   * Takes back a step that was never sent.
   *
   * @param taken hears, on the main thread, whether that was still possible
   */
  @MainThread
  void withdraw(String entry, Consumer<Boolean> taken) {
    background.execute(
        () -> {
          boolean done = withdrawals.withdraw(entry);
          read();
          main.post(() -> taken.accept(done));
        });
  }

  /** Says a step again that was taken back. */
  @MainThread
  void restore(String entry) {
    background.execute(
        () -> {
          withdrawals.restore(entry);
          read();
        });
  }

  private void read() {
    String hazard = subject;
    if (hazard == null) {
      return;
    }
    LocalDate today = LocalDate.now(clock.withZone(Dates.ZONE));
    try {
      state.postValue(pages.read(hazard, today));
    } catch (RuntimeException e) {
      state.postValue(pages.failed(hazard, today));
    }
  }
}
