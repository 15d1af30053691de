package cn.anxun.app.feature.shots;

import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.Observer;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.device.Background;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.photo.capture.Shot;
import cn.anxun.app.photo.capture.ShotTray;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** The photos that lie in the tray, and which of them are chosen. */
@HiltViewModel
public final class ShotsViewModel extends ViewModel {
  private final ShotTray tray;
  private final Executor background;
  private final MutableLiveData<ShotsState> state = new MutableLiveData<>();
  private final Observer<List<Shot>> watching = this::show;
  private final Set<String> chosen = new LinkedHashSet<>();
  private List<Shot> shots = List.of();

  @Inject
  ShotsViewModel(ShotTray tray, @Background Executor background) {
    this.tray = tray;
    this.background = background;
    tray.watch().observeForever(watching);
  }

  @Override
  protected void onCleared() {
    tray.watch().removeObserver(watching);
  }

  LiveData<ShotsState> state() {
    return state;
  }

  private void show(List<Shot> now) {
    shots = now;
    Set<String> there = new LinkedHashSet<>();
    now.forEach(shot -> there.add(shot.id()));
    chosen.retainAll(there);
    state.setValue(new ShotsState(shots, chosen));
  }

  @MainThread
  void toggle(Shot shot) {
    if (!chosen.remove(shot.id())) {
      chosen.add(shot.id());
    }
    state.setValue(new ShotsState(shots, chosen));
  }

  /** All of them, or none where all are chosen. */
  @MainThread
  void toggleAll() {
    boolean all = chosen.size() == shots.size();
    chosen.clear();
    if (!all) {
      shots.forEach(shot -> chosen.add(shot.id()));
    }
    state.setValue(new ShotsState(shots, chosen));
  }

  private List<Shot> chosen() {
    List<Shot> found = new ArrayList<>(shots);
    found.removeIf(shot -> !chosen.contains(shot.id()));
    return found;
  }

  /** Throws the chosen ones away; answers them, to be put back. */
  @MainThread
  List<Shot> remove() {
    List<Shot> gone = chosen();
    background.execute(() -> tray.remove(gone));
    return gone;
  }

  /** Gives the chosen ones to this owner alone; answers them as they were. */
  @MainThread
  List<Shot> give(String owner) {
    List<Shot> given = chosen();
    background.execute(
        () -> {
          tray.move(tray.list(owner), Purpose.CASUAL);
          tray.move(given, owner);
        });
    return given;
  }

  @MainThread
  void putBack(List<Shot> before) {
    background.execute(() -> tray.putBack(before));
  }
}
