package cn.anxun.app.feature.unlock;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.account.IdleLock;
import cn.anxun.app.account.Lease;
import cn.anxun.app.account.Pin;
import cn.anxun.app.device.Background;
import cn.anxun.app.sync.PhoneSync;
import cn.anxun.core.sync.SyncOutcome;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.inject.Inject;

/** Makes a PIN, and opens the app with it. */
@HiltViewModel
public final class PinViewModel extends ViewModel {
  private static final long MILLIS = 1000;

  private final Pin pin;
  private final Lease lease;
  private final IdleLock lock;
  private final PhoneSync sync;
  private final Executor background;
  private final MutableLiveData<PinState> state = new MutableLiveData<>(PinState.FIRST);

  @Inject
  PinViewModel(
      Pin pin, Lease lease, IdleLock lock, PhoneSync sync, @Background Executor background) {
    this.pin = pin;
    this.lease = lease;
    this.lock = lock;
    this.sync = sync;
    this.background = background;
  }

  LiveData<PinState> state() {
    return state;
  }

  /** A new PIN, said twice. */
  void set(String first, String second) {
    if (first.length() != Pin.DIGITS) {
      state.setValue(new PinState(PinState.At.NOT_SIX, 0));
    } else if (!first.equals(second)) {
      state.setValue(new PinState(PinState.At.UNLIKE, 0));
    } else {
      inBackground(
          () -> {
            pin.set(first);
            return opened();
          });
    }
  }

  void unlock(String typed) {
    if (typed.length() != Pin.DIGITS) {
      state.setValue(new PinState(PinState.At.NOT_SIX, 0));
      return;
    }
    inBackground(
        () -> {
          Pin.Attempt attempt = pin.attempt(typed);
          if (attempt instanceof Pin.Attempt.Wrong wrong) {
            return new PinState(PinState.At.WRONG, wrong.left());
          } else if (attempt instanceof Pin.Attempt.Wait wait) {
            return new PinState(PinState.At.WAIT, seconds(wait.remaining()));
          }
          return opened();
        });
  }

  /** The phone has known its owner's finger. */
  void unlockedByFinger() {
    inBackground(this::opened);
  }

  /** Over the network, where the lease has run out. */
  private PinState opened() {
    if (lease.isOver()) {
      Optional<SyncOutcome> outcome = sync.sync();
      if (lease.isOver()) {
        boolean withdrawn = outcome.filter(SyncOutcome.Revoked.class::isInstance).isPresent();
        return new PinState(withdrawn ? PinState.At.WITHDRAWN : PinState.At.LEASE_OVER, 0);
      }
    }
    lock.unlock();
    return new PinState(PinState.At.DONE, 0);
  }

  private void inBackground(Supplier<PinState> work) {
    state.setValue(new PinState(PinState.At.BUSY, 0));
    background.execute(() -> state.postValue(work.get()));
  }

  private static long seconds(Duration duration) {
    return (duration.toMillis() + MILLIS - 1) / MILLIS;
  }
}
