package cn.anxun.app.feature.review;

import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoSource;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.record.RecordChanges;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorded;
import cn.anxun.app.ui.Dates;
import cn.anxun.core.entry.Attachment;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A round: what is due, what is begun, and what an inspector makes of it. */
@HiltViewModel
public final class ReviewViewModel extends ViewModel {
  static final String DRAFT = "review";

  private final DueHazards hazards;
  private final RecordChanges changes;
  private final ReviewRecords records;
  private final DraftKeeper drafts;
  private final PhotoStore photos;
  private final Clock clock;
  private final Executor background;
  private final Runnable changed = this::load;

  private final MutableLiveData<ReviewState> state = new MutableLiveData<>();
  private final MutableLiveData<Boolean> pending = new MutableLiveData<>();
  private final Deque<ReviewEvent> events = new ArrayDeque<>();

  private final Object lock = new Object();
  private @Nullable ReviewDraft draft;
  private List<DueHazard> due = List.of();
  private ReviewState.Status status = ReviewState.Status.LOADING;

  @Inject
  public ReviewViewModel(
      DueHazards hazards,
      RecordChanges changes,
      ReviewRecords records,
      DraftKeeper drafts,
      PhotoStore photos,
      Clock clock,
      @Background Executor background) {
    this.hazards = hazards;
    this.changes = changes;
    this.records = records;
    this.drafts = drafts;
    this.photos = photos;
    this.clock = clock;
    this.background = background;
    show();
    changes.watch(changed);
    load();
  }

  @Override
  protected void onCleared() {
    changes.unwatch(changed);
  }

  LiveData<ReviewState> state() {
    return state;
  }

  /** Changes whenever {@link #nextEvent} has something. */
  LiveData<Boolean> events() {
    return pending;
  }

  /** Each event once. */
  Optional<ReviewEvent> nextEvent() {
    synchronized (events) {
      return Optional.ofNullable(events.poll());
    }
  }

  void load() {
    background.execute(this::read);
  }

  private void read() {
    List<DueHazard> read = List.of();
    ReviewState.Status outcome = ReviewState.Status.READY;
    try {
      read = hazards.list();
    } catch (RuntimeException e) {
      outcome = ReviewState.Status.FAILED;
    }
    ReviewDraft kept =
        drafts
            .find(DRAFT)
            .map(content -> ReviewDraftJson.read(content, today()))
            .orElseGet(() -> ReviewDraft.none(today()));
    synchronized (lock) {
      due = read;
      status = outcome;
      draft = draft == null ? kept : draft;
    }
    show();
  }

  private void show() {
    LocalDate today = today();
    synchronized (lock) {
      ReviewDraft begun = begun();
      List<DueHazard> shown = new ArrayList<>();
      for (DueHazard hazard : due) {
        if (begun.horizon().takes(hazard, today) && !begun.done().contains(hazard.subject())) {
          shown.add(hazard);
        }
      }
      state.postValue(new ReviewState(status, today, SiteRound.of(shown), begun));
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Dates.ZONE));
  }

  private ReviewDraft begun() {
    synchronized (lock) {
      LocalDate today = today();
      return (draft == null ? ReviewDraft.none(today) : draft).on(today);
    }
  }

  private ReviewDraft change(UnaryOperator<ReviewDraft> change) {
    ReviewDraft next;
    synchronized (lock) {
      next = change.apply(begun());
      draft = next;
      drafts.put(DRAFT, ReviewDraftJson.write(next));
    }
    show();
    return next;
  }

  private void tell(ReviewEvent event) {
    synchronized (events) {
      events.add(event);
    }
    pending.postValue(true);
  }

  @MainThread
  void choose(Horizon horizon) {
    change(before -> before.with(horizon));
  }

  @MainThread
  void toggle(String panel) {
    change(before -> before.toggled(panel));
  }

  @MainThread
  void type(DueHazard hazard, String opinion) {
    change(before -> before.withOpinion(hazard.subject(), opinion));
  }

  @MainThread
  void typeBody(DueHazard hazard, String body) {
    change(before -> before.withBody(hazard.subject(), body));
  }

  /** Begins to take the photos that these hazards are recorded with. */
  @MainThread
  void begin(Shoot shoot) {
    change(before -> before.with(Optional.of(shoot)));
    tell(new ReviewEvent.WantsPhoto());
  }

  @MainThread
  void cancelShoot() {
    change(before -> before.with(Optional.empty()));
  }

  /** Records with the photos that are there. */
  @MainThread
  void finishShoot() {
    background.execute(() -> begun().shoot().ifPresent(this::record));
  }

  /** A photo came from the camera or the picker. */
  @MainThread
  void take(PhotoSource photo) {
    background.execute(
        () -> {
          try {
            keep(photos.add(photo, "after"));
          } catch (PhotoRejectedException e) {
            tell(new ReviewEvent.PhotoRejected(e.reason()));
          }
        });
  }

  private void keep(Attachment photo) {
    ensureRead();
    ReviewDraft next = change(before -> before.with(before.shoot().map(s -> s.with(photo))));
    next.shoot()
        .ifPresent(
            shoot -> {
              if (shoot.isComplete()) {
                record(shoot);
              } else {
                tell(new ReviewEvent.WantsPhoto());
              }
            });
  }

  /** A photo may come before the list is read: where the process was killed under the camera. */
  private void ensureRead() {
    boolean isRead;
    synchronized (lock) {
      isRead = draft != null;
    }
    if (!isRead) {
      read();
    }
  }

  private void record(Shoot shoot) {
    Map<String, DueHazard> bySubject = new HashMap<>();
    synchronized (lock) {
      due.forEach(hazard -> bySubject.put(hazard.subject(), hazard));
    }
    Set<String> subjects = new LinkedHashSet<>(shoot.hazards());
    boolean passed = shoot.finding() == Shoot.Finding.PASSED;
    record(
        subjects,
        passed,
        passed ? new ReviewEvent.Passed(subjects.size()) : new ReviewEvent.Reported(),
        () -> records.record(shoot, bySubject, today()));
  }

  @MainThread
  void postpone(DueHazard hazard, int days) {
    LocalDate deadline = today().plusDays(days);
    String opinion = opinion(hazard);
    background.execute(
        () ->
            record(
                Set.of(hazard.subject()),
                true,
                new ReviewEvent.Postponed(deadline),
                () -> records.postpone(hazard, opinion, today(), deadline)));
  }

  @MainThread
  void transfer(DueHazard hazard, String body) {
    String opinion = opinion(hazard);
    background.execute(
        () ->
            record(
                Set.of(hazard.subject()),
                true,
                new ReviewEvent.HandedOver(body),
                () -> records.transfer(hazard, opinion, today(), body)));
  }

  @MainThread
  void fileCase(DueHazard hazard) {
    String opinion = opinion(hazard);
    background.execute(
        () ->
            record(
                Set.of(hazard.subject()),
                true,
                new ReviewEvent.CaseFiled(),
                () -> records.fileCase(hazard, opinion, today())));
  }

  @MainThread
  void undo(ReviewEvent.Done done) {
    background.execute(
        () -> {
          try {
            records.undo(done.recorded());
            change(before -> before.undone(done.hazards()));
            read();
            tell(new ReviewEvent.Undone());
          } catch (RecordRejectedException | StoreException e) {
            tell(new ReviewEvent.NotUndone(e));
          }
        });
  }

  private String opinion(DueHazard hazard) {
    return begun().opinion(hazard.subject());
  }

  /** Records in one transaction; where that fails, what was begun stays as it is. */
  private void record(
      Set<String> subjects, boolean reviewed, ReviewEvent.Outcome outcome, Work work) {
    Recorded recorded;
    try {
      recorded = work.record();
    } catch (RecordRejectedException | StoreException e) {
      tell(new ReviewEvent.NotRecorded(e));
      return;
    }
    change(before -> reviewed ? before.reviewed(subjects) : before.reported(subjects));
    read();
    tell(new ReviewEvent.Done(outcome, recorded, subjects));
  }

  /** Keeps entries. */
  private interface Work {
    Recorded record() throws RecordRejectedException;
  }
}
