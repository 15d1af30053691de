package cn.anxun.app.feature.activity;

import android.os.Handler;
import android.os.Looper;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.app.feature.activity.ActivityBook.NumberUnknownException;
import cn.anxun.app.feature.activity.ActivityBook.SiteUnknownException;
import cn.anxun.app.feature.activity.ActivityState.Problem;
import cn.anxun.app.form.FormLayout;
import cn.anxun.app.form.FormReference;
import cn.anxun.app.form.FormReferences;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoSource;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.photo.capture.Shot;
import cn.anxun.app.photo.capture.ShotTray;
import cn.anxun.app.place.OpenPlace;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorded;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.preset.ActivityPreset;
import cn.anxun.core.preset.ActivityPresets;
import cn.anxun.core.recordkind.RecordKindDefinition;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Fills in one activity; its draft is kept at every change. */
@HiltViewModel
public final class ActivityViewModel extends ViewModel {
  private static final String PHOTO_ROLE = "scene";

  private final FormReferences references;
  private final ActivityBook book;
  private final DraftKeeper drafts;
  private final PhotoStore photos;
  private final ShotTray tray;
  private final OpenPlace place;
  private final Executor background;
  private final Handler main = new Handler(Looper.getMainLooper());
  private final MutableLiveData<@Nullable ActivityState> state = new MutableLiveData<>();
  private final MutableLiveData<@Nullable ActivityEvent> event = new MutableLiveData<>();

  private Kind kind = Kinds.ALL.get(0);
  private String recordKind = "";
  private Fields inherited = Fields.NONE;
  private final List<Attachment> early = new ArrayList<>();
  private boolean opened;

  @Inject
  ActivityViewModel(
      FormReferences references,
      ActivityBook book,
      DraftKeeper drafts,
      PhotoStore photos,
      ShotTray tray,
      OpenPlace place,
      @Background Executor background) {
    this.references = references;
    this.book = book;
    this.drafts = drafts;
    this.photos = photos;
    this.tray = tray;
    this.place = place;
    this.background = background;
  }

  /** Null until it has been read. */
  LiveData<@Nullable ActivityState> state() {
    return state;
  }

  /** Null while there is nothing to be said. */
  LiveData<@Nullable ActivityEvent> event() {
    return event;
  }

  void said() {
    event.setValue(null);
  }

  LocalDate today() {
    return book.today();
  }

  /** Begins, or goes on with what was begun. */
  void open(Destination.Activity destination) {
    if (opened) {
      return;
    }
    opened = true;
    kind = Kinds.find(destination.kind()).orElseThrow(IllegalArgumentException::new);
    recordKind = destination.recordKind();
    background.execute(
        () -> {
          FormReference reference = references.read();
          Optional<ActivityDraft> draft = drafts.find(draftName()).flatMap(ActivityDraftJson::read);
          Fields fields = book.inherited();
          main.post(() -> begin(reference, draft, fields));
        });
  }

  private String draftName() {
    return "activity-" + kind.name() + '-' + recordKind;
  }

  private void begin(FormReference reference, Optional<ActivityDraft> draft, Fields fields) {
    inherited = fields;
    RecordKindDefinition own = reference.kinds().get(recordKind);
    ActivityState empty =
        new ActivityState(
            own == null ? "" : own.label(),
            FormLayout.of(kind, recordKind, reference),
            ActivityPresets.standard().list(kind),
            reference.names(today()),
            Optional.empty(),
            "",
            false,
            Optional.empty(),
            false);
    state.setValue(empty.begin(draft.isPresent() ? draft : whereNoCards(empty), draft.isPresent()));
    early.forEach(this::add);
    early.clear();
    collect();
  }

  private Optional<ActivityDraft> whereNoCards(ActivityState at) {
    return at.presets().isEmpty()
        ? Optional.of(new ActivityDraft("", today(), inherited, false, "", List.of()))
        : Optional.empty();
  }

  /** Takes a card over. */
  void choose(ActivityPreset preset) {
    begin(
        new ActivityDraft(
            preset.key(),
            today(),
            new Fields(preset.fields().toBuilder().build().values())
                .with(RecordFields.UNIT.name(), inherited.raw(RecordFields.UNIT.name()))
                .with(RecordFields.DIVISION.name(), inherited.raw(RecordFields.DIVISION.name())),
            false,
            "",
            List.of()));
  }

  /** Begins without a card. */
  void chooseNone() {
    begin(new ActivityDraft("", today(), inherited, false, "", List.of()));
  }

  private void begin(ActivityDraft draft) {
    ActivityState now = state.getValue();
    if (now != null) {
      state.setValue(now.begin(Optional.of(draft), false));
      change(this::composed);
    }
  }

  /** Back to the cards; what was filled in can be had back. */
  void putAway() {
    ActivityState now = state.getValue();
    if (now != null && now.draft().isPresent()) {
      drafts.remove(draftName());
      event.setValue(new ActivityEvent.PutAway(now.draft().get()));
      state.setValue(now.begin(whereNoCards(now), false));
    }
  }

  void takeUp(ActivityDraft draft) {
    begin(draft);
  }

  void set(String field, @Nullable Json value) {
    change(
        draft ->
            field.equals(ComposedName.FIELD)
                ? draft.named(field, value instanceof Json.Text name ? name.value() : "")
                : composed(draft.with(field, value)));
  }

  void setSite(String subject, String name) {
    change(draft -> composed(draft.at(subject, name)));
  }

  void setDate(LocalDate date) {
    change(draft -> draft.on(date));
  }

  void remove(Attachment photo) {
    change(draft -> draft.without(photo));
  }

  private void add(Attachment photo) {
    if (state.getValue() == null) {
      // The camera was faster than the draft, after Android had killed the process.
      early.add(photo);
    } else {
      change(draft -> draft.with(photo));
    }
  }

  /** What the camera is asked for. */
  Destination.Capture capture(String title) {
    return new Destination.Capture(
        draftName(), List.of(new Destination.Wanted("", title, PHOTO_ROLE, "", false)), 0);
  }

  /** Takes over what was shot, now or before a kill. */
  void collect() {
    if (state.getValue() != null) {
      tray.handOver(draftName(), this::accept);
    }
  }

  private List<Shot> accept(List<Shot> shots) {
    ActivityState now = state.getValue();
    if (now == null || !now.draft().isPresent() || now.saving()) {
      return List.of();
    }
    for (Shot shot : shots) {
      change(draft -> draft.without(shot.photo()).with(shot.photo()));
    }
    return shots;
  }

  /** Turns the pad to this number. */
  void activate(String field) {
    ActivityState now = state.getValue();
    if (now != null && !now.active().equals(field)) {
      state.setValue(now.active(field));
    }
  }

  /** Keeps the photo and adds it. */
  void add(PhotoSource photo) {
    background.execute(
        () -> {
          try {
            Attachment kept = photos.add(photo, PHOTO_ROLE);
            main.post(() -> add(kept));
          } catch (PhotoRejectedException e) {
            main.post(() -> fail(new Problem.Photo(e.reason())));
          }
        });
  }

  private void change(UnaryOperator<ActivityDraft> how) {
    ActivityState now = state.getValue();
    if (now == null || !now.draft().isPresent() || now.saving()) {
      return;
    }
    ActivityDraft changed = how.apply(now.draft().get());
    drafts.put(draftName(), ActivityDraftJson.write(changed));
    state.setValue(now.with(changed));
  }

  private ActivityDraft composed(ActivityDraft draft) {
    ActivityState now = state.getValue();
    return now == null || kind.field(ComposedName.FIELD) == null
        ? draft
        : ComposedName.of(draft, now);
  }

  void save() {
    ActivityState now = state.getValue();
    if (now == null || !now.draft().isPresent() || now.saving()) {
      return;
    }
    ActivityDraft draft =
        now.draft().get().with(RecordFields.POINT.name(), place.point().orElse(null));
    state.setValue(now.saving(true, Optional.empty()));
    background.execute(() -> save(draft));
  }

  private void save(ActivityDraft draft) {
    try {
      Recorded recorded = book.record(kind, recordKind, draft);
      Fields next = book.inherited();
      drafts.remove(draftName());
      main.post(() -> saved(recorded, draft, next));
    } catch (RecordRejectedException
        | NumberUnknownException
        | SiteUnknownException
        | StoreException e) {
      main.post(() -> fail(Problem.of(e)));
    }
  }

  private void saved(Recorded recorded, ActivityDraft draft, Fields next) {
    ActivityState now = state.getValue();
    inherited = next;
    if (now != null) {
      state.setValue(now.begin(whereNoCards(now), false));
    }
    event.setValue(new ActivityEvent.Saved(recorded, draft));
  }

  private void fail(Problem problem) {
    ActivityState now = state.getValue();
    if (now != null) {
      state.setValue(now.saving(false, Optional.of(problem)));
    }
  }

  /** Takes the record back out of the ledger, and its draft up again. */
  void undo(ActivityEvent.Saved saved, String reason) {
    background.execute(
        () -> {
          try {
            book.undo(saved.recorded(), reason);
            main.post(() -> begin(saved.draft()));
          } catch (RecordRejectedException | StoreException e) {
            main.post(() -> fail(Problem.of(e)));
          }
        });
  }
}
