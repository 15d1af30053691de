package cn.anxun.app.feature.sync;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.sync.PhoneSync;
import cn.anxun.app.sync.SyncStatus;
import cn.anxun.app.sync.SyncStatuses;
import cn.anxun.core.sync.LedgerCheck;
import cn.anxun.core.sync.RemoteAnswer;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** 核对 and 重新拉取. */
@HiltViewModel
public final class CheckViewModel extends ViewModel {
  private final PhoneSync sync;
  private final SyncStatuses statuses;
  private final Executor background;
  private final MutableLiveData<CheckState> state = new MutableLiveData<>(CheckState.IDLE);

  @Inject
  CheckViewModel(PhoneSync sync, SyncStatuses statuses, @Background Executor background) {
    this.sync = sync;
    this.statuses = statuses;
    this.background = background;
  }

  LiveData<CheckState> state() {
    return state;
  }

  /** Compares. */
  void compare() {
    run(CheckState.Phase.COMPARING);
  }

  /** Sets right what is not the same, and compares again. */
  void repair() {
    run(CheckState.Phase.REPAIRING);
  }

  private void run(CheckState.Phase phase) {
    CheckState now = state.getValue();
    if (now != null && now.phase().isRunning()) {
      return;
    }
    state.setValue(CheckState.running(phase, 0));
    background.execute(() -> state.postValue(result(phase)));
  }

  private CheckState result(CheckState.Phase phase) {
    boolean repair = phase == CheckState.Phase.REPAIRING;
    try {
      LedgerCheck.Result result =
          (repair
                  ? sync.repair(taken -> state.postValue(CheckState.running(phase, taken)))
                  : sync.compare(taken -> state.postValue(CheckState.running(phase, taken))))
              .orElse(new LedgerCheck.Result.SyncFirst());
      return told(result, repair);
    } catch (StoreException e) {
      return CheckState.of(CheckState.Phase.FAILED, "");
    }
  }

  private CheckState told(LedgerCheck.Result result, boolean repaired) {
    SyncStatus status = statuses.read();
    int unsent = status.waiting() + status.toMend() + status.held();
    if (result instanceof LedgerCheck.Result.Same same) {
      return CheckState.same(repaired, same.count(), unsent, status.lastDone());
    } else if (result instanceof LedgerCheck.Result.Different different) {
      return CheckState.different(different.here(), different.there(), unsent);
    } else if (result instanceof LedgerCheck.Result.Unanswered unanswered) {
      return told(unanswered.answer());
    }
    return CheckState.of(CheckState.Phase.SYNC_FIRST, "");
  }

  private static CheckState told(RemoteAnswer<?> answer) {
    if (answer instanceof RemoteAnswer.Unauthorized<?>) {
      return CheckState.of(CheckState.Phase.REVOKED, "");
    } else if (answer instanceof RemoteAnswer.Refused<?> refused) {
      return CheckState.of(CheckState.Phase.REFUSED, refused.problem().detail());
    } else if (answer instanceof RemoteAnswer.UpgradeNeeded<?> upgrade) {
      return CheckState.of(CheckState.Phase.REFUSED, upgrade.problem().detail());
    } else if (answer instanceof RemoteAnswer.TooLarge<?> tooLarge) {
      return CheckState.of(CheckState.Phase.REFUSED, tooLarge.problem().detail());
    }
    return CheckState.of(CheckState.Phase.OFFLINE, "");
  }
}
