package cn.anxun.app.feature.hazards;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.RectF;
import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.app.photo.Mark;
import cn.anxun.app.photo.MarkPainter;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoSource;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorded;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.Attached;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Circles and arrows on a photo. The photo itself is never changed: what is recorded is a copy of
 * its own, with the role {@value #ROLE}, whose entry names the photo that it was made of.
 */
@HiltViewModel
public final class MarkViewModel extends ViewModel {
  static final String ROLE = "marked";

  private static final int PIXELS = 2048;
  private static final int QUALITY = 92;
  private static final int NAMED = 12;
  private static final String UNDONE = "撤销";

  private final PhotoStore photos;
  private final Recorder recorder;
  private final DraftKeeper drafts;
  private final Executor background;
  private final MutableLiveData<State> state = new MutableLiveData<>();
  private final MutableLiveData<@Nullable Event> event = new MutableLiveData<>();
  private String subject = "";
  private String sha256 = "";

  /**
   * What is drawn.
   *
   * @param next what the finger draws next
   */
  record State(List<Mark> marks, Mark.Kind next, boolean saving) {
    State {
      marks = Collections.unmodifiableList(new ArrayList<>(marks));
    }
  }

  /** What has just happened. */
  sealed interface Event {
    /** The copy is recorded. */
    record Saved(Recorded recorded) implements Event {}

    /** Only a small picture of the photo is here. */
    record NotWhole() implements Event {}

    /** The copy was not kept. */
    record PhotoFailed(PhotoRejectedException.Reason why) implements Event {}

    /** The entry was not taken. */
    record Failed(Exception why) implements Event {}
  }

  @Inject
  MarkViewModel(
      PhotoStore photos, Recorder recorder, DraftKeeper drafts, @Background Executor background) {
    this.photos = photos;
    this.recorder = recorder;
    this.drafts = drafts;
    this.background = background;
  }

  /** Begins, or goes on with what was drawn before. */
  @MainThread
  void begin(String hazard, String photo) {
    if (sha256.isEmpty()) {
      subject = hazard;
      sha256 = photo;
      background.execute(
          () ->
              state.postValue(
                  new State(
                      drafts.find(draft()).map(Mark::read).orElse(List.of()),
                      Mark.Kind.CIRCLE,
                      false)));
    }
  }

  private String draft() {
    return "mark/" + sha256;
  }

  LiveData<State> state() {
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

  @MainThread
  void choose(Mark.Kind next) {
    State now = state.getValue();
    if (now != null) {
      state.setValue(new State(now.marks(), next, now.saving()));
    }
  }

  @MainThread
  void add(Mark mark) {
    State now = state.getValue();
    if (now != null && !now.saving()) {
      List<Mark> more = new ArrayList<>(now.marks());
      more.add(mark);
      keep(more, now.next());
    }
  }

  /** Takes the last one back. */
  @MainThread
  void undo() {
    State now = state.getValue();
    if (now != null && !now.saving() && !now.marks().isEmpty()) {
      keep(now.marks().subList(0, now.marks().size() - 1), now.next());
    }
  }

  private void keep(List<Mark> marks, Mark.Kind next) {
    state.setValue(new State(marks, next, false));
    drafts.put(draft(), Mark.write(marks));
  }

  /** Records the copy with what was drawn. */
  @MainThread
  void save() {
    State now = state.getValue();
    if (now != null && !now.saving() && !now.marks().isEmpty()) {
      state.setValue(new State(now.marks(), now.next(), true));
      background.execute(() -> save(now));
    }
  }

  private void save(State drawn) {
    Event done;
    try {
      done = photos.isWhole(sha256) ? savedCopy(drawn) : new Event.NotWhole();
    } catch (PhotoRejectedException e) {
      done = new Event.PhotoFailed(e.reason());
    } catch (RecordRejectedException | StoreException e) {
      done = new Event.Failed(e);
    }
    state.postValue(new State(drawn.marks(), drawn.next(), false));
    event.postValue(done);
  }

  private Event savedCopy(State drawn) throws PhotoRejectedException, RecordRejectedException {
    Event saved = new Event.Saved(record(photos.add(copy(drawn.marks()), ROLE)));
    drafts.remove(draft());
    return saved;
  }

  private PhotoSource copy(List<Mark> marks) {
    return () -> {
      Bitmap picture =
          photos
              .whole(sha256, PIXELS)
              .orElseThrow(() -> new IOException("the photo is not on this phone"));
      Bitmap copy = picture.copy(Bitmap.Config.ARGB_8888, true);
      MarkPainter.draw(new Canvas(copy), new RectF(0, 0, copy.getWidth(), copy.getHeight()), marks);
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      copy.compress(Bitmap.CompressFormat.JPEG, QUALITY, jpeg);
      return new ByteArrayInputStream(jpeg.toByteArray());
    };
  }

  /**
   * The copy's original is the marked photo's, so that the ledger names what nobody has touched.
   */
  private Recorded record(Attachment drawn) throws RecordRejectedException {
    Attachment copy =
        new Attachment(
            drawn.sha256(),
            drawn.bytes(),
            drawn.type(),
            drawn.role(),
            Optional.of(recorder.originalOf(subject, sha256)));
    Fields fields =
        Fields.builder().set(Attached.NOTE, "在照片 " + sha256.substring(0, NAMED) + " 上标注").build();
    return recorder.record(
        recording ->
            recording.step(Attached.KIND, subject, recorder.today(), fields, List.of(copy)));
  }

  /** Takes the copy back, and the drawing up again. */
  @MainThread
  void undo(Event.Saved saved) {
    State now = state.getValue();
    background.execute(
        () -> {
          try {
            recorder.undo(saved.recorded(), UNDONE);
            if (now != null) {
              drafts.put(draft(), Mark.write(now.marks()));
            }
          } catch (RecordRejectedException | StoreException e) {
            event.postValue(new Event.Failed(e));
          }
        });
  }
}
