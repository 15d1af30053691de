package cn.anxun.app.feature.review;

import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoSource;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.photo.capture.Shot;
import cn.anxun.app.photo.capture.ShotTray;
import cn.anxun.app.record.RecordChanges;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorded;
import cn.anxun.core.entry.Attachment;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** A round: what an inspector makes of what is due. */
@HiltViewModel
public final class ReviewViewModel extends ViewModel {
  private static final String OWNER = "review";
  private static final String AFTER = Purpose.AFTER;

  private final CurrentRound round;
  private final RecordChanges changes;
  private final ReviewRecords records;
  private final PhotoStore photos;
  private final ShotTray tray;
  private final Object collecting = new Object();
  private final Executor background;
  private final Runnable changed = this::load;

  private final MutableLiveData<Boolean> pending = new MutableLiveData<>();
  private final Deque<ReviewEvent> events = new ArrayDeque<>();

  @Inject
  public ReviewViewModel(
      CurrentRound round,
      RecordChanges changes,
      ReviewRecords records,
      PhotoStore photos,
      ShotTray tray,
      @Background Executor background) {
    this.round = round;
    this.changes = changes;
    this.records = records;
    this.photos = photos;
    this.tray = tray;
    this.background = background;
    changes.watch(changed);
    load();
  }

  @Override
  protected void onCleared() {
    changes.unwatch(changed);
  }

  LiveData<ReviewState> state() {
    return round.state();
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
    background.execute(round::read);
  }

  private void tell(ReviewEvent event) {
    synchronized (events) {
      events.add(event);
    }
    pending.postValue(true);
  }

  @MainThread
  void choose(Horizon horizon) {
    round.change(before -> before.with(horizon));
  }

  @MainThread
  void toggle(String panel) {
    round.change(before -> before.toggled(panel));
  }

  @MainThread
  void type(DueHazard hazard, String opinion) {
    round.change(before -> before.withOpinion(hazard.subject(), opinion));
  }

  @MainThread
  void typeBody(DueHazard hazard, String body) {
    round.change(before -> before.withBody(hazard.subject(), body));
  }

  /** Begins to take the photos that these hazards are recorded with. */
  @MainThread
  void begin(Shoot shoot) {
    round.change(before -> before.with(Optional.of(shoot)));
    tell(new ReviewEvent.WantsPhoto());
  }

  @MainThread
  void cancelShoot() {
    round.change(before -> before.with(Optional.empty()));
  }

  /** Records with the photos that are there. */
  @MainThread
  void finishShoot() {
    background.execute(() -> round.begun().shoot().ifPresent(this::record));
  }

  /** A photo came from the camera or the picker. */
  @MainThread
  void take(PhotoSource photo) {
    background.execute(
        () -> {
          try {
            keep(photos.add(photo, AFTER));
          } catch (PhotoRejectedException e) {
            tell(new ReviewEvent.PhotoRejected(e.reason()));
          }
        });
  }

  /** What the camera is asked for; empty where no photo is wanted. */
  @MainThread
  Optional<Destination.Capture> capture() {
    Map<String, DueHazard> due = round.bySubject();
    return round
        .begun()
        .shoot()
        .filter(shoot -> !shoot.isComplete())
        .map(shoot -> new Destination.Capture(OWNER, wanted(shoot, due), 1));
  }

  private static List<Destination.Wanted> wanted(Shoot shoot, Map<String, DueHazard> due) {
    List<Destination.Wanted> wanted = new ArrayList<>();
    for (int i = shoot.taken().size(); i < shoot.wanted(); i++) {
      String subject = shoot.hazards().get(i);
      DueHazard hazard = due.get(subject);
      wanted.add(
          new Destination.Wanted(
              subject,
              hazard == null ? "" : hazard.siteName() + ' ' + hazard.description(),
              AFTER,
              hazard == null ? "" : hazard.photo().orElse(""),
              false));
    }
    return wanted;
  }

  /** Takes over what was shot, now or before a kill. */
  @MainThread
  void collect() {
    background.execute(
        () -> {
          synchronized (collecting) {
            List<Shot> shots = new ArrayList<>(tray.list(OWNER));
            if (!shots.isEmpty()) {
              round.ensureRead();
              collect(shots);
            }
          }
        });
  }

  private void collect(List<Shot> shots) {
    ReviewDraft next =
        round.change(before -> before.with(before.shoot().map(shoot -> taking(shoot, shots))));
    next.shoot().filter(Shoot::isComplete).ifPresent(this::record);
    List<Shot> others = new ArrayList<>();
    List<Shot> taken = new ArrayList<>();
    for (Shot shot : shots) {
      boolean fits = next.shoot().filter(shoot -> shoot.taken().contains(shot.photo())).isPresent();
      (fits ? taken : others).add(shot);
    }
    tray.settle(taken);
    // Of nothing that is under way: whoever took it decides what becomes of it.
    tray.move(others, Purpose.CASUAL);
  }

  /** With those of the shots that it waits for. */
  private static Shoot taking(Shoot shoot, List<Shot> shots) {
    Shoot filled = shoot;
    for (Shot shot : shots) {
      if (!filled.isComplete() && shot.purpose().target().equals(filled.next())) {
        filled = filled.with(shot.photo());
      }
    }
    return filled;
  }

  private void keep(Attachment photo) {
    round.ensureRead();
    ReviewDraft next = round.change(before -> before.with(before.shoot().map(s -> s.with(photo))));
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

  private void record(Shoot shoot) {
    Map<String, DueHazard> bySubject = round.bySubject();
    Set<String> subjects = new LinkedHashSet<>(shoot.hazards());
    boolean passed = shoot.finding() == Shoot.Finding.PASSED;
    record(
        subjects,
        passed,
        passed ? new ReviewEvent.Passed(subjects.size()) : new ReviewEvent.Reported(),
        () -> records.record(shoot, bySubject, round.today()));
  }

  @MainThread
  void postpone(DueHazard hazard, int days) {
    LocalDate deadline = round.today().plusDays(days);
    String opinion = opinion(hazard);
    background.execute(
        () ->
            record(
                Set.of(hazard.subject()),
                true,
                new ReviewEvent.Postponed(deadline),
                () -> records.postpone(hazard, opinion, round.today(), deadline)));
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
                () -> records.transfer(hazard, opinion, round.today(), body)));
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
                () -> records.fileCase(hazard, opinion, round.today())));
  }

  @MainThread
  void undo(ReviewEvent.Done done) {
    background.execute(
        () -> {
          try {
            records.undo(done.recorded());
            round.change(before -> before.undone(done.hazards()));
            round.read();
            tell(new ReviewEvent.Undone());
          } catch (RecordRejectedException | StoreException e) {
            tell(new ReviewEvent.NotUndone(e));
          }
        });
  }

  private String opinion(DueHazard hazard) {
    return round.begun().opinion(hazard.subject());
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
    round.change(before -> reviewed ? before.reviewed(subjects) : before.reported(subjects));
    round.read();
    tell(new ReviewEvent.Done(outcome, recorded, subjects));
  }

  /** Keeps entries. */
  private interface Work {
    Recorded record() throws RecordRejectedException;
  }
}
