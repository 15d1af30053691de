package cn.anxun.app.feature.hazards;

import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoSource;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.photo.capture.Shot;
import cn.anxun.app.photo.capture.ShotTray;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorded;
import cn.anxun.app.ui.Dates;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Voided;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A form about a hazard, kept at every keystroke. */
@HiltViewModel
public final class HazardFormViewModel extends ViewModel {
  private final StepRecords records;
  private final DraftKeeper drafts;
  private final PhotoStore photos;
  private final ShotTray tray;
  private final Clock clock;
  private final Executor background;
  private final MutableLiveData<StepFormState> state = new MutableLiveData<>();
  private final MutableLiveData<@Nullable FormEvent> event = new MutableLiveData<>();

  private final Object lock = new Object();
  private String subject = "";
  private String draft = "";
  private String before = "";
  private StepRecords.@Nullable Begun begun;
  private @Nullable StepForm form;
  private Map<String, FormProblem> problems = Map.of();
  private boolean saving;

  @Inject
  public HazardFormViewModel(
      StepRecords records,
      DraftKeeper drafts,
      PhotoStore photos,
      ShotTray tray,
      Clock clock,
      @Background Executor background) {
    this.records = records;
    this.drafts = drafts;
    this.photos = photos;
    this.tray = tray;
    this.clock = clock;
    this.background = background;
  }

  /** Begins, or goes on with what was begun before. */
  @MainThread
  void begin(String hazard, HazardStep step, String entry) {
    if (!subject.isEmpty()) {
      return;
    }
    subject = hazard;
    draft = "hazard/" + hazard + '/' + step.name() + '/' + entry;
    background.execute(() -> read(step, entry));
  }

  private void read(HazardStep step, String entry) {
    Optional<StepRecords.Begun> read = records.begin(subject, step, entry, today());
    if (!read.isPresent()) {
      event.postValue(new FormEvent.Unknown());
      return;
    }
    StepForm first = read.get().form();
    Optional<String> kept = drafts.find(draft);
    synchronized (lock) {
      begun = read.get();
      form = kept.isPresent() ? StepDraftJson.read(first, kept.get()) : first;
      before = step == HazardStep.REWRITE ? "" : records.findBefore(subject);
    }
    show();
    collect();
  }

  LiveData<StepFormState> state() {
    return state;
  }

  /** What has just happened, until it is {@link #told}. */
  LiveData<@Nullable FormEvent> event() {
    return event;
  }

  @MainThread
  void told() {
    event.setValue(null);
  }

  @MainThread
  void fill(String field, String value) {
    change(before -> before.value(field).equals(value) ? before : before.with(field, value));
  }

  @MainThread
  void removePhoto(String sha256) {
    change(
        before -> {
          List<Attachment> left = new ArrayList<>(before.photos());
          left.removeIf(photo -> photo.sha256().equals(sha256));
          return before.with(left);
        });
  }

  /** A photo came from the camera or the picker. */
  @MainThread
  void take(PhotoSource source) {
    background.execute(
        () -> {
          try {
            Attachment photo = photos.add(source, role());
            change(
                before -> {
                  List<Attachment> more = new ArrayList<>(before.photos());
                  more.add(photo);
                  return before.with(more);
                });
          } catch (PhotoRejectedException e) {
            event.postValue(new FormEvent.PhotoRejected(e.reason()));
          }
        });
  }

  /** What the camera is asked for; empty while the form is not read. */
  @MainThread
  Optional<Destination.Capture> capture() {
    synchronized (lock) {
      StepRecords.Begun of = begun;
      return of == null
          ? Optional.empty()
          : Optional.of(
              new Destination.Capture(
                  draft,
                  List.of(new Destination.Wanted(subject, of.description(), role(), before, false)),
                  0));
    }
  }

  /** Takes over what was shot, now or before a kill. */
  void collect() {
    if (!draft.isEmpty()) {
      tray.handOver(draft, this::accept);
    }
  }

  private List<Shot> accept(List<Shot> shots) {
    synchronized (lock) {
      if (form == null || saving) {
        return List.of();
      }
      change(
          before -> {
            List<Attachment> more = new ArrayList<>(before.photos());
            for (Shot shot : shots) {
              more.removeIf(photo -> photo.sha256().equals(shot.photo().sha256()));
              more.add(shot.photo());
            }
            return before.with(more);
          });
    }
    return shots;
  }

  private String role() {
    synchronized (lock) {
      return form != null && form.step() == HazardStep.REWRITE ? "before" : "after";
    }
  }

  private void change(UnaryOperator<StepForm> change) {
    synchronized (lock) {
      StepForm before = form;
      if (before == null) {
        return;
      }
      StepForm after = change.apply(before);
      if (after.equals(before)) {
        return;
      }
      form = after;
      if (!problems.isEmpty()) {
        problems = check(after).problems();
      }
      drafts.put(draft, StepDraftJson.write(after));
    }
    show();
  }

  private void show() {
    synchronized (lock) {
      StepRecords.Begun of = begun;
      StepForm filled = form;
      if (of != null && filled != null) {
        state.postValue(
            new StepFormState(filled, of.description(), of.choice(), problems, today()));
      }
    }
  }

  private StepCheck check(StepForm filled) {
    StepRecords.Begun of = begun;
    return new StepCheck(filled, of == null ? null : of.currentDeadline());
  }

  /** Records it where nothing is wrong; else says what is. */
  @MainThread
  void save() {
    StepForm filled;
    StepCheck check;
    synchronized (lock) {
      filled = form;
      if (filled == null || saving) {
        return;
      }
      check = check(filled);
      problems = check.problems();
      saving = problems.isEmpty();
    }
    show();
    if (check.problems().isEmpty()) {
      background.execute(() -> save(filled, check));
    }
  }

  private void save(StepForm filled, StepCheck check) {
    try {
      Optional<FormEvent> done = record(filled, check);
      if (done.isPresent()) {
        drafts.remove(draft);
        event.postValue(done.get());
      }
    } catch (RecordRejectedException | StoreException e) {
      event.postValue(new FormEvent.NotSaved(e));
    } finally {
      synchronized (lock) {
        saving = false;
      }
    }
  }

  private Optional<FormEvent> record(StepForm filled, StepCheck check)
      throws RecordRejectedException {
    if (filled.step() == HazardStep.REWRITE) {
      return Optional.of(
          records.rewrite(filled, check, today())
              ? new FormEvent.Rewritten()
              : new FormEvent.TooLate());
    }
    String number = filled.value(Voided.DUPLICATE_OF.name()).trim();
    Optional<String> duplicateOf =
        number.isEmpty() ? Optional.of("") : records.findByNumber(number);
    if (!duplicateOf.isPresent()) {
      Map<String, FormProblem> unknown = new LinkedHashMap<>();
      unknown.put(Voided.DUPLICATE_OF.name(), new FormProblem.NoSuchNumber(number));
      synchronized (lock) {
        problems = unknown;
      }
      show();
      return Optional.empty();
    }
    Recorded recorded = records.record(filled, check, subject, today(), duplicateOf.get());
    return Optional.of(new FormEvent.Saved(filled.step(), recorded));
  }

  /** Takes back what was recorded; hears why where that failed. */
  void undo(Recorded recorded) {
    background.execute(
        () -> {
          try {
            records.undo(recorded);
          } catch (RecordRejectedException | StoreException e) {
            event.postValue(new FormEvent.NotSaved(e));
          }
        });
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Dates.ZONE));
  }
}
