package cn.anxun.app.feature.capture;

import android.net.Uri;
import android.os.Handler;
import android.os.Looper;
import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.Observer;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.device.Background;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoRejectedException.Reason;
import cn.anxun.app.photo.PhotoSource;
import cn.anxun.app.photo.capture.CameraPort;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.photo.capture.Shot;
import cn.anxun.app.photo.capture.ShotPlace;
import cn.anxun.app.photo.capture.ShotTray;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Takes one photo after the other, each on the disk before the next is offered. */
@HiltViewModel
public final class CaptureViewModel extends ViewModel {
  private final ShotTray tray;
  private final Executor background;
  private final Handler main = new Handler(Looper.getMainLooper());
  private final OtherShots others;
  private final MutableLiveData<CaptureState> state = new MutableLiveData<>();
  private final Observer<List<Shot>> watching = this::show;

  private Destination.@Nullable Capture request;
  private @Nullable ShotPlace place;
  private List<Shot> shots = List.of();
  private String role = "";
  private boolean placing;
  private CameraStatus camera = CameraStatus.UNOPENED;
  private boolean busy;
  private boolean full;
  private boolean cleared;
  private @Nullable String readFor;
  private @Nullable Reason rejected;

  @Inject
  CaptureViewModel(ShotTray tray, @Background Executor background) {
    this.tray = tray;
    this.background = background;
    this.others = new OtherShots(tray, background, main, this::reject);
  }

  /** Begins, or goes on after the screen was made anew. */
  @MainThread
  void begin(Destination.Capture wanted) {
    if (request == null) {
      request = wanted;
      role = wanted.wanted().get(0).role();
      tray.watch().observeForever(watching);
    }
  }

  @Override
  protected void onCleared() {
    cleared = true;
    tray.watch().removeObserver(watching);
    ShotPlace unused = busy ? null : place;
    if (unused != null) {
      background.execute(() -> tray.discard(unused));
    }
  }

  /** Has no value until what lies in the tray has been read. */
  LiveData<CaptureState> state() {
    return state;
  }

  private void show(List<Shot> all) {
    Destination.Capture of = request;
    if (of == null) {
      return;
    }
    List<Shot> own = new ArrayList<>(all);
    own.removeIf(shot -> !shot.purpose().owner().equals(of.owner()));
    int before = CaptureState.next(of, shots);
    int now = CaptureState.next(of, own);
    if (before != now || readFor == null) {
      role = of.wanted().get(now - 1).role();
      readFor = of.owner();
    }
    shots = own;
    show();
  }

  private void show() {
    Destination.Capture of = request;
    if (of != null && readFor != null) {
      state.setValue(
          new CaptureState(
              of,
              CaptureState.next(of, shots),
              role,
              shots,
              place != null,
              camera.ready(),
              busy,
              camera.hasTorch(),
              camera.torch(),
              camera.refused(),
              camera.fault(),
              full,
              Optional.ofNullable(rejected)));
    }
  }

  /** Makes a place for the next photo, where there is none. */
  @MainThread
  void prepare() {
    Destination.Capture of = request;
    if (of == null || place != null || placing || busy) {
      return;
    }
    placing = true;
    Destination.Wanted first = of.wanted().get(CaptureState.next(of, shots) - 1);
    Purpose purpose = new Purpose(of.owner(), first.target(), first.title(), role);
    background.execute(() -> reserve(purpose));
  }

  private void reserve(Purpose purpose) {
    try {
      ShotPlace made = tray.reserve(purpose);
      main.post(() -> placed(made));
    } catch (PhotoRejectedException e) {
      main.post(() -> placed(null));
    }
  }

  private void placed(@Nullable ShotPlace made) {
    placing = false;
    busy = false;
    place = made;
    full = made == null;
    if (cleared && made != null) {
      background.execute(() -> tray.discard(made));
    }
    show();
  }

  /** Which of 改前 and 改后 comes next. */
  @MainThread
  void choose(String chosen) {
    role = chosen;
    show();
  }

  @MainThread
  void opened(boolean withTorch) {
    camera = camera.opened(withTorch);
    show();
  }

  /** The camera is open no more. */
  @MainThread
  void closed() {
    camera = camera.closed();
    show();
  }

  @MainThread
  void torch(boolean on) {
    camera = camera.withTorch(on);
    show();
  }

  @MainThread
  void refused(boolean is) {
    camera = camera.withRefusal(is);
    show();
  }

  /** It is tried again. */
  @MainThread
  void retry() {
    camera = camera.retried();
    full = false;
    show();
    prepare();
  }

  @MainThread
  void failed(CameraPort.Fault why) {
    busy = false;
    if (why == CameraPort.Fault.SHOT_FAILED) {
      rejected = Reason.UNREADABLE;
    } else {
      camera = camera.failed(why);
    }
    show();
  }

  /** The shutter was pressed; false where it is not to open. */
  @MainThread
  boolean press() {
    CaptureState now = state.getValue();
    if (now == null || !now.mayShoot() || busy) {
      return false;
    }
    busy = true;
    show();
    return true;
  }

  /** What the camera brought, even if the screen has gone. */
  @MainThread
  void take(byte[] jpeg) {
    ShotPlace to = place;
    CaptureState now = state.getValue();
    if (to == null || now == null) {
      return;
    }
    place = null;
    busy = true;
    Purpose purpose = now.purpose();
    background.execute(
        () -> {
          try {
            tray.keep(to, purpose, jpeg);
          } catch (PhotoRejectedException e) {
            main.post(() -> reject(e.reason()));
          }
          reserve(purpose);
        });
    show();
  }

  private void reject(Reason why) {
    rejected = why;
    show();
  }

  /** It was said why the last photo was not kept. */
  @MainThread
  void said() {
    rejected = null;
    show();
  }

  /** Takes the last one away; answers it, to be put back. */
  @MainThread
  Optional<Shot> undo() {
    Optional<Shot> last =
        shots.isEmpty() ? Optional.empty() : Optional.of(shots.get(shots.size() - 1));
    last.ifPresent(shot -> background.execute(() -> tray.remove(List.of(shot))));
    return last;
  }

  @MainThread
  void putBack(Shot shot) {
    background.execute(() -> tray.putBack(List.of(shot)));
  }

  /** Where the phone's own camera app may write; said on the main thread. */
  @MainThread
  void placeElsewhere(Consumer<Uri> then) {
    CaptureState now = state.getValue();
    if (now != null) {
      others.place(now.purpose(), then);
    }
  }

  /** The phone's own camera app has closed; {@link #begin} came before. */
  @MainThread
  void cameBack() {
    Destination.Capture of = request;
    if (of != null) {
      others.collect(of.owner());
    }
  }

  /** These were chosen from the phone's pictures. */
  @MainThread
  void add(List<PhotoSource> chosen) {
    CaptureState now = state.getValue();
    Destination.Capture of = request;
    if (of == null) {
      return;
    }
    Destination.Wanted first = of.wanted().get(0);
    others.add(
        now == null ? new Purpose(of.owner(), first.target(), first.title(), role) : now.purpose(),
        chosen);
  }
}
