package cn.anxun.app.feature.inspection;

import android.net.Uri;
import android.os.Handler;
import android.os.Looper;
import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import cn.anxun.app.device.Background;
import cn.anxun.app.feature.inspection.VisitDraft.Capture;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoRejectedException.Reason;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.EntryIds;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
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
  private final EntryIds ids;
  private final Executor background;
  private final Handler main = new Handler(Looper.getMainLooper());
  private final MutableLiveData<@Nullable Reason> failure = new MutableLiveData<>();

  @Inject
  VisitPhotos(
      CurrentVisit current,
      PhotoStore store,
      HandedFiles files,
      EntryIds ids,
      @Background Executor background) {
    this.current = current;
    this.store = store;
    this.files = files;
    this.ids = ids;
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

  /** Where the camera is to write a photo of this hazard; empty where the disk takes none. */
  @MainThread
  Optional<Uri> beginCapture(String hazard) {
    String name = ids.next() + ".jpg";
    try {
      Uri uri = files.forCamera(name);
      current.change(visit -> visit.with(Optional.of(new Capture(hazard, name))));
      return Optional.of(uri);
    } catch (IOException e) {
      failure.setValue(Reason.NO_SPACE);
      return Optional.empty();
    }
  }

  /** Pictures of this hazard are chosen from the gallery now. */
  @MainThread
  void beginPick(String hazard) {
    current.change(visit -> visit.with(Optional.of(new Capture(hazard, ""))));
  }

  /** The camera is closed. */
  @MainThread
  void captured() {
    end(
        capture ->
            files
                .findFromCamera(capture.file())
                .ifPresent(
                    uri -> {
                      keep(List.of(uri), capture.hazard());
                      background.execute(() -> files.deleteFromCamera(capture.file()));
                    }));
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
      Attachment photo = store.add(files.source(source), HazardDraft.BEFORE);
      main.post(() -> current.change(visit, draft -> draft.addPhoto(hazard, photo)));
    } catch (PhotoRejectedException e) {
      failure.postValue(e.reason());
    }
  }
}
