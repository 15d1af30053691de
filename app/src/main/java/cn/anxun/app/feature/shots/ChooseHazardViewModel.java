package cn.anxun.app.feature.shots;

import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MediatorLiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.Transformations;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.data.local.RecordQuery;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.photo.capture.ReceivedPhotos;
import cn.anxun.app.photo.capture.Shot;
import cn.anxun.app.photo.capture.ShotTray;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorded;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.core.entry.Attached;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.hazard.HazardState;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Adds photos to a hazard that is there already. */
@HiltViewModel
public final class ChooseHazardViewModel extends ViewModel {
  private static final String UNDONE = "撤销";

  private final ShotTray tray;
  private final ReceivedPhotos received;
  private final Recorder recorder;
  private final Executor background;
  private final MediatorLiveData<ChooseHazardState> state = new MediatorLiveData<>();
  private final MutableLiveData<String> text = new MutableLiveData<>("");
  private final MutableLiveData<@Nullable Event> event = new MutableLiveData<>();
  private final LiveData<List<RecordItem>> found;
  private String owner = "";
  private String role = Purpose.REPORT;
  private volatile boolean busy;

  /** What has just happened. */
  sealed interface Event {
    /** The photos belong to this hazard now. */
    record Done(String subject, Recorded recorded, List<Shot> shots) implements Event {}

    /** Nothing was recorded; the photos lie where they lay. */
    record Failed(Exception why) implements Event {}
  }

  @Inject
  ChooseHazardViewModel(
      ShotTray tray,
      ReceivedPhotos received,
      Recorder recorder,
      Records records,
      @Background Executor background) {
    this.tray = tray;
    this.received = received;
    this.recorder = recorder;
    this.background = background;
    found =
        Transformations.switchMap(
            text,
            typed ->
                records.watch(
                    RecordQuery.of("hazard")
                        .in(
                            RecordQuery.Column.STATE,
                            List.of(HazardState.OPEN.wire(), HazardState.RECTIFIED.wire()))
                        .search(typed)
                        .orderBy(RecordQuery.Order.DEADLINE),
                    Records.PAGE));
  }

  /** For the shots of this owner. */
  @MainThread
  void begin(String of, String shows) {
    if (owner.isEmpty()) {
      owner = of;
      role = shows;
      state.addSource(tray.watch(), any -> show());
      state.addSource(found, any -> show());
      state.addSource(received.receipt(), any -> show());
    }
  }

  LiveData<ChooseHazardState> state() {
    return state;
  }

  /** Null while there is nothing to be said. */
  LiveData<@Nullable Event> event() {
    return event;
  }

  @MainThread
  void told() {
    event.setValue(null);
  }

  private List<Shot> shots() {
    List<Shot> all = tray.watch().getValue();
    List<Shot> own = new ArrayList<>(all == null ? List.of() : all);
    own.removeIf(shot -> !shot.purpose().owner().equals(owner));
    return own;
  }

  private void show() {
    List<RecordItem> hazards = found.getValue();
    ReceivedPhotos.Receipt receipt = received.receipt().getValue();
    String typed = text.getValue();
    state.setValue(
        new ChooseHazardState(
            shots(),
            hazards == null ? List.of() : hazards,
            hazards != null,
            typed == null ? "" : typed,
            role,
            recorder.today(),
            receipt != null && owner.equals(Purpose.RECEIVED)
                ? receipt
                : ReceivedPhotos.Receipt.NONE,
            busy));
  }

  @MainThread
  void search(String typed) {
    if (!typed.equals(text.getValue())) {
      text.setValue(typed);
    }
  }

  /** What the photos show. */
  @MainThread
  void choose(String shows) {
    role = shows;
    show();
  }

  /** Records them with this hazard. */
  @MainThread
  void attach(RecordItem hazard) {
    List<Shot> shots = shots();
    if (busy || shots.isEmpty()) {
      return;
    }
    busy = true;
    show();
    List<Attachment> photos = new ArrayList<>();
    for (Shot shot : shots) {
      Attachment photo = shot.photo();
      photos.add(new Attachment(photo.sha256(), photo.bytes(), photo.type(), role));
    }
    String subject = hazard.record().subject();
    background.execute(() -> attach(subject, shots, photos));
  }

  private void attach(String subject, List<Shot> shots, List<Attachment> photos) {
    Event done;
    try {
      Recorded recorded =
          recorder.record(
              recording ->
                  recording.step(Attached.KIND, subject, recorder.today(), Fields.NONE, photos));
      tray.remove(shots);
      done = new Event.Done(subject, recorded, shots);
    } catch (RecordRejectedException | StoreException e) {
      done = new Event.Failed(e);
    }
    busy = false;
    event.postValue(done);
  }

  /** They are no hazard's again, and lie where they lay. */
  @MainThread
  void undo(Event.Done done) {
    background.execute(
        () -> {
          try {
            recorder.undo(done.recorded(), UNDONE);
            tray.putBack(done.shots());
          } catch (RecordRejectedException | StoreException e) {
            event.postValue(new Event.Failed(e));
          }
        });
  }

  /** 以后再说: they lie with those that were taken in passing. */
  @MainThread
  void later() {
    List<Shot> shots = shots();
    background.execute(() -> tray.move(shots, Purpose.CASUAL));
  }

  /** Throws them away; answers them, to be put back. */
  @MainThread
  List<Shot> remove() {
    List<Shot> shots = shots();
    background.execute(() -> tray.remove(shots));
    return shots;
  }

  @MainThread
  void putBack(List<Shot> shots) {
    background.execute(() -> tray.putBack(shots));
  }
}
