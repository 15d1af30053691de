package cn.anxun.app.feature.inspection;

import android.net.Uri;
import android.os.Handler;
import android.os.Looper;
import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import cn.anxun.app.device.Background;
import cn.anxun.app.feature.inspection.VisitDraft.Capture;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoRejectedException.Reason;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.photo.capture.Shot;
import cn.anxun.app.photo.capture.ShotTray;
import cn.anxun.core.entry.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The photos of the visit that is filled in, from the camera or the picker. For whom a photo was
 * asked stands in the draft, since Android may end the app while the camera is open.
 */
@Singleton
final class VisitPhotos {

  private final CurrentVisit current;
  private final PhotoStore store;
  private final HandedFiles files;
  private final ShotTray tray;
  private final Executor background;
  private final Handler main = new Handler(Looper.getMainLooper());
  private final MutableLiveData<@Nullable Reason> failure = new MutableLiveData<>();

  @Inject
  VisitPhotos(
      CurrentVisit current,
      PhotoStore store,
      HandedFiles files,
      ShotTray tray,
      @Background Executor background) {
    this.current = current;
    this.store = store;
    this.files = files;
    this.tray = tray;
    this.background = background;
  }

  /** Why the last photo was not kept; null where it was, or it has been said. */
  LiveData<@Nullable Reason> failure() {
    return failure;
  }

  @MainThread
  void failureSaid() {
    failure.setValue(null);
  }

  /** What the camera is asked for; empty where the hazard is not there any more. */
  @MainThread
  Optional<Destination.Capture> capture(String hazard, String title) {
    return current
        .find()
        .flatMap(
            visit ->
                visit
                    .find(hazard)
                    .map(
                        found -> {
                          String before = found.lastBefore();
                          boolean after = found.isFixedOnTheSpot() && !before.isEmpty();
                          return new Destination.Capture(
                              owner(visit.id()),
                              List.of(
                                  new Destination.Wanted(
                                      hazard,
                                      title,
                                      after ? HazardDraft.AFTER : HazardDraft.BEFORE,
                                      before,
                                      found.isFixedOnTheSpot())),
                              0);
                        }));
  }

  private static String owner(String visit) {
    return "inspection/" + visit;
  }

  /** Takes over what was shot, now or before a kill. */
  @MainThread
  void collect() {
    current.whenRead(
        () ->
            current
                .find()
                .map(VisitDraft::id)
                .ifPresent(visit -> tray.handOver(owner(visit), shots -> accept(visit, shots))));
  }

  private List<Shot> accept(String visit, List<Shot> shots) {
    List<Shot> taken = new ArrayList<>();
    current.change(
        visit,
        draft -> {
          VisitDraft changed = draft;
          for (Shot shot : shots) {
            if (changed.find(shot.purpose().target()).isPresent()) {
              changed = changed.addPhoto(shot.purpose().target(), shot.photo());
              taken.add(shot);
            }
          }
          return changed;
        });
    return taken;
  }

  /**
   * Takes over what was shot in passing and is to be a new hazard of this visit.
   *
   * @param add makes the hazard and answers its id
   * @param then is given the id, once the photos are there
   */
  void collectNew(Supplier<Optional<String>> add, Consumer<String> then) {
    tray.handOver(
        Purpose.NEW_HAZARD,
        shots -> {
          Optional<String> hazard = add.get();
          if (!hazard.isPresent()) {
            return List.of();
          }
          current.change(
              draft -> {
                VisitDraft changed = draft;
                for (Shot shot : shots) {
                  changed = changed.addPhoto(hazard.get(), shot.photo());
                }
                return changed;
              });
          then.accept(hazard.get());
          return shots;
        });
  }

  /** Pictures of this hazard are chosen from the gallery now. */
  @MainThread
  void beginPick(String hazard) {
    current.change(visit -> visit.with(Optional.of(new Capture(hazard, ""))));
  }

  /** These were chosen; none where nothing was. */
  @MainThread
  void picked(List<Uri> chosen) {
    end(capture -> keep(chosen, capture.hazard()));
  }

  private void end(Consumer<Capture> then) {
    current.whenRead(
        () -> {
          Optional<Capture> capture = current.find().flatMap(VisitDraft::capture);
          current.change(visit -> visit.with(Optional.<Capture>empty()));
          capture.ifPresent(then);
        });
  }

  private void keep(List<Uri> sources, String hazard) {
    String visit = current.find().map(VisitDraft::id).orElse("");
    for (Uri source : sources) {
      background.execute(() -> keep(source, visit, hazard));
    }
  }

  private void keep(Uri source, String visit, String hazard) {
    try {
      Attachment photo = store.add(files.source(source), HazardDraft.UNSAID);
      main.post(() -> current.change(visit, draft -> draft.addPhoto(hazard, photo)));
    } catch (PhotoRejectedException e) {
      failure.postValue(e.reason());
    }
  }
}
