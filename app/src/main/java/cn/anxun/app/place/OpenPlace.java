package cn.anxun.app.place;

import android.os.Handler;
import android.os.Looper;
import androidx.annotation.AnyThread;
import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import cn.anxun.app.device.Background;
import cn.anxun.core.json.Json;
import cn.anxun.core.place.FieldPoint;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * The one point of the form that is open: looked for once as the form is shown, ended as it is
 * left, and again only where somebody asks. Between the screens of one form it stays.
 */
@Singleton
public final class OpenPlace {
  /** A point older than this is of another place. */
  public static final Duration FRESH = Duration.ofMinutes(30);

  private final PlaceFinder finder;
  private final PlaceSetting setting;
  private final Clock clock;
  private final Executor background;
  private final MutableLiveData<PlaceState> live = new MutableLiveData<>(PlaceState.NONE);
  private final Handler main = new Handler(Looper.getMainLooper());
  private volatile PlaceState state = PlaceState.NONE;
  private String form = "";
  private Runnable stop = () -> {};
  private boolean open;

  @Inject
  OpenPlace(
      PlaceFinder finder, PlaceSetting setting, Clock clock, @Background Executor background) {
    this.finder = finder;
    this.setting = setting;
    this.clock = clock;
    this.background = background;
  }

  public LiveData<PlaceState> state() {
    return live;
  }

  /**
   * A screen of a form is shown.
   *
   * @param name of the form; another one's point is not its own
   * @param keep how old its point may be before it is looked for again as the screen is shown
   */
  @MainThread
  public void begin(String name, Duration keep) {
    open = true;
    if (!name.equals(form)) {
      form = name;
      set(PlaceState.NONE);
    }
    background.execute(
        () -> {
          boolean on = setting.isOn();
          main.post(() -> look(name, keep, on));
        });
  }

  private void look(String name, Duration keep, boolean on) {
    if (!open || !name.equals(form)) {
      return;
    }
    if (!on) {
      set(new PlaceState(PlaceState.At.OFF, Optional.empty()));
    } else if (!finder.isAllowed()) {
      set(new PlaceState(PlaceState.At.NOT_ALLOWED, Optional.empty()));
    } else if (state.at() != PlaceState.At.REMOVED && !isYoung(keep)) {
      retake();
    }
  }

  /** The screen is left: nothing is located any more. */
  @MainThread
  public void end() {
    open = false;
    stop.run();
    giveUp();
  }

  /** Somebody wants it anew. */
  @MainThread
  public void retake() {
    stop.run();
    set(new PlaceState(PlaceState.At.LOOKING, Optional.empty()));
    stop =
        finder.find(
            point -> set(new PlaceState(PlaceState.At.FOUND, Optional.of(point))), this::giveUp);
  }

  private void giveUp() {
    if (state.at() == PlaceState.At.LOOKING) {
      set(PlaceState.NONE);
    }
  }

  /** Somebody does not want the record to have one. */
  @MainThread
  public void remove() {
    stop.run();
    set(new PlaceState(PlaceState.At.REMOVED, Optional.empty()));
  }

  /** As an entry holds it; empty where there is none, or an old one. */
  @AnyThread
  public Optional<Json> point() {
    return isYoung(FRESH) ? state.point().map(FieldPoint::json) : Optional.empty();
  }

  private boolean isYoung(Duration most) {
    return state
        .point()
        .filter(point -> Duration.between(point.at(), clock.instant()).compareTo(most) <= 0)
        .isPresent();
  }

  /** The record was saved: the next one of this form is another. */
  @MainThread
  public void saved() {
    form = "";
  }

  private void set(PlaceState next) {
    state = next;
    live.setValue(next);
  }
}
