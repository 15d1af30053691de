package cn.anxun.app.paper;

import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import cn.anxun.app.device.Background;
import cn.anxun.app.draft.DraftKeeper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import javax.inject.Singleton;

/** The papers that are being filled in, each kept at every change, so that a kill takes nothing. */
@Singleton
public final class PaperForms {
  private final DraftKeeper keeper;
  private final Executor background;
  private final Map<String, MutableLiveData<PaperForm>> open = new HashMap<>();

  @Inject
  PaperForms(DraftKeeper keeper, @Background Executor background) {
    this.keeper = keeper;
    this.background = background;
  }

  /** The draft of this name; has no value before it is read or begun. */
  @MainThread
  public LiveData<PaperForm> watch(String draft) {
    return live(draft);
  }

  /**
   * Goes on with the draft of this name, or begins it.
   *
   * @param fresh reads what it is to begin with; not run on the main thread
   */
  @MainThread
  public void open(String draft, Supplier<Optional<PaperForm>> fresh) {
    MutableLiveData<PaperForm> live = live(draft);
    if (live.getValue() == null) {
      background.execute(
          () -> {
            Optional<PaperForm> kept = keeper.find(draft).flatMap(PaperFormJson::read);
            (kept.isPresent() ? kept : fresh.get()).ifPresent(live::postValue);
          });
    }
  }

  /** Changes the draft, where it is open. */
  @MainThread
  public void change(String draft, UnaryOperator<PaperForm> change) {
    MutableLiveData<PaperForm> live = live(draft);
    PaperForm before = live.getValue();
    if (before != null) {
      PaperForm after = change.apply(before);
      if (!after.equals(before)) {
        live.setValue(after);
        keeper.put(draft, PaperFormJson.write(after));
      }
    }
  }

  /** It was issued, or given up. */
  @MainThread
  public void remove(String draft) {
    open.remove(draft);
    keeper.remove(draft);
  }

  private MutableLiveData<PaperForm> live(String draft) {
    MutableLiveData<PaperForm> live = open.get(draft);
    if (live == null) {
      live = new MutableLiveData<>();
      open.put(draft, live);
    }
    return live;
  }
}
