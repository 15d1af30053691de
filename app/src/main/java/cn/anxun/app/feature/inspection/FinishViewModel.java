package cn.anxun.app.feature.inspection;

import android.graphics.Bitmap;
import android.net.Uri;
import android.os.Handler;
import android.os.Looper;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MediatorLiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.device.Background;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.place.OpenPlace;
import cn.anxun.app.record.RecordRejectedException;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Records the visit, and gives the one that was recorded last, to be sent. */
@HiltViewModel
public final class FinishViewModel extends ViewModel {
  private static final String SHARED = "inspection.jpg";

  private final CurrentVisit current;
  private final VisitRecorder recorder;
  private final OpenPlace place;
  private final ReferenceSource references;
  private final PhotoStore photos;
  private final HandedFiles files;
  private final Executor background;
  private final MutableLiveData<@Nullable Outcome> outcome = new MutableLiveData<>();
  private final MediatorLiveData<Done> done = new MediatorLiveData<>();
  private final MutableLiveData<Reference> reference = new MutableLiveData<>();
  private final MutableLiveData<@Nullable Picture> picture = new MutableLiveData<>();
  private final Handler main = new Handler(Looper.getMainLooper());
  private boolean saving;

  /**
   * How the saving ended.
   *
   * @param problem why it was not saved; empty where it was
   */
  record Outcome(Optional<Exception> problem) {}

  /**
   * The result as a picture.
   *
   * @param uri empty where the disk did not take it
   */
  record Picture(Optional<Uri> uri) {}

  /** The visit that was recorded last, with the words of its codes. */
  record Done(FinishedVisit finished, Reference reference) {}

  @Inject
  FinishViewModel(
      CurrentVisit current,
      VisitRecorder recorder,
      OpenPlace place,
      ReferenceSource references,
      PhotoStore photos,
      HandedFiles files,
      @Background Executor background) {
    this.current = current;
    this.recorder = recorder;
    this.place = place;
    this.references = references;
    this.photos = photos;
    this.files = files;
    this.background = background;
    done.addSource(current.state(), now -> show());
    done.addSource(reference, now -> show());
    background.execute(() -> reference.postValue(references.load()));
  }

  /** How the saving ended; null before, and once it was told. */
  LiveData<@Nullable Outcome> outcome() {
    return outcome;
  }

  void outcomeTold() {
    outcome.setValue(null);
  }

  LiveData<Done> done() {
    return done;
  }

  /** The result as a picture, where one was asked for; null once it was taken. */
  LiveData<@Nullable Picture> picture() {
    return picture;
  }

  void pictureTaken() {
    picture.setValue(null);
  }

  /** Draws the result and gives it as a file that other apps may read. */
  void drawPicture(VisitText text) {
    Done now = done.getValue();
    if (now != null) {
      background.execute(
          () -> {
            try {
              Bitmap drawn = new LongPicture(photos).draw(now.finished(), text);
              picture.postValue(new Picture(Optional.of(files.forSharing(drawn, SHARED))));
            } catch (IOException e) {
              picture.postValue(new Picture(Optional.empty()));
            }
          });
    }
  }

  private void show() {
    CurrentVisit.State now = current.state().getValue();
    Reference read = reference.getValue();
    if (now != null && read != null) {
      now.finished().ifPresent(finished -> done.setValue(new Done(finished, read)));
    }
  }

  /** Records the visit once, however often the button is tapped. */
  void save() {
    Optional<VisitDraft> visit = current.find();
    if (saving || !visit.isPresent()) {
      return;
    }
    saving = true;
    background.execute(() -> record(visit.get()));
  }

  private void record(VisitDraft visit) {
    try {
      List<VisitRecords.Opened> records =
          new VisitRecords(visit, references.load().checklist(visit), place.point()).list();
      VisitRecorder.Recorded recorded = recorder.record(records, visit.day());
      main.post(
          () -> {
            current.finish(new FinishedVisit(visit, recorded.number(), recorded.inspector()));
            end(Optional.empty());
          });
    } catch (RecordRejectedException | RuntimeException e) {
      main.post(() -> end(Optional.of(e)));
    }
  }

  private void end(Optional<Exception> problem) {
    saving = false;
    outcome.setValue(new Outcome(problem));
  }
}
