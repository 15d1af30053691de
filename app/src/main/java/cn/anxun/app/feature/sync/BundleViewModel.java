package cn.anxun.app.feature.sync;

import android.net.Uri;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.BundledCount;
import cn.anxun.app.data.local.Bundles;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.sync.SealedBundle;
import cn.anxun.app.sync.SyncStatuses;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.inject.Inject;

/** 密封文件: made, shared, and its receipts read. */
@HiltViewModel
public final class BundleViewModel extends ViewModel {
  private final SealedBundle sealed;
  private final Bundles bundles;
  private final SyncStatuses statuses;
  private final Executor background;
  private final MutableLiveData<BundleState> state = new MutableLiveData<>(BundleState.IDLE);

  @Inject
  BundleViewModel(
      SealedBundle sealed,
      Bundles bundles,
      SyncStatuses statuses,
      @Background Executor background) {
    this.sealed = sealed;
    this.bundles = bundles;
    this.statuses = statuses;
    this.background = background;
  }

  LiveData<BundleState> state() {
    return state;
  }

  /** How much of what waits is in a bundle. */
  LiveData<BundledCount> count() {
    return bundles.watchCount();
  }

  void make() {
    run(() -> made(sealed.make()));
  }

  void read(Uri file) {
    run(() -> BundleState.of(read(sealed.read(file))));
  }

  /** The share sheet was opened. */
  void shared() {
    BundleState now = state.getValue();
    if (now != null) {
      state.setValue(BundleState.of(now.result()));
    }
  }

  private void run(Supplier<BundleState> step) {
    BundleState now = state.getValue();
    if (now != null && now.result() instanceof BundleState.Result.Running) {
      return;
    }
    state.setValue(BundleState.of(new BundleState.Result.Running()));
    background.execute(
        () -> {
          try {
            state.postValue(step.get());
          } catch (StoreException e) {
            state.postValue(BundleState.of(new BundleState.Result.Failed()));
          }
          statuses.refresh();
        });
  }

  private static BundleState made(SealedBundle.Made made) {
    if (made instanceof SealedBundle.Made.Done done) {
      return new BundleState(new BundleState.Result.Made(done.entries()), Optional.of(done.file()));
    } else if (made instanceof SealedBundle.Made.Nothing) {
      return BundleState.of(new BundleState.Result.Nothing());
    } else if (made instanceof SealedBundle.Made.NoKey) {
      return BundleState.of(new BundleState.Result.NoKey());
    }
    return BundleState.of(new BundleState.Result.NotWritten());
  }

  private static BundleState.Result read(SealedBundle.Read read) {
    if (read instanceof SealedBundle.Read.Done done) {
      return new BundleState.Result.Received(
          done.accepted(), done.rejected(), done.held(), done.deferred());
    } else if (read instanceof SealedBundle.Read.Refused refused) {
      return new BundleState.Result.Refused(refused.problem());
    } else if (read instanceof SealedBundle.Read.OtherBundle) {
      return new BundleState.Result.OtherBundle();
    }
    return new BundleState.Result.NotRead();
  }
}
