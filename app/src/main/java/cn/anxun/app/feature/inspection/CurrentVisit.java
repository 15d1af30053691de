package cn.anxun.app.feature.inspection;

import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.Observer;
import cn.anxun.app.data.local.DraftRow;
import cn.anxun.app.device.Background;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.core.json.JsonText;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The visits that are under way and the day's round, each kept at every change, so that a kill
 * takes nothing.
 */
@Singleton
final class CurrentVisit {
  private static final String VISITS = DraftRow.VISITS;
  private static final String ROUND = "inspection-round";
  private static final String SITE = "inspection-site";
  private static final String FINISHED = "inspection-finished";

  /**
   * How it stands.
   *
   * @param site the new site that somebody has begun to fill in
   * @param finished the visit that was recorded last, to be sent
   */
  record State(
      Unfinished unfinished,
      Optional<Round> round,
      Optional<VisitSite> site,
      Optional<FinishedVisit> finished) {
    Optional<VisitDraft> visit() {
      return unfinished.find();
    }

    State with(Unfinished changed) {
      return new State(changed, round, site, finished);
    }
  }

  private final DraftKeeper keeper;
  private final MutableLiveData<State> live = new MutableLiveData<>();
  private @Nullable State state;
  private @Nullable Undoable undoable;

  @Inject
  CurrentVisit(DraftKeeper keeper, @Background Executor background) {
    this.keeper = keeper;
    background.execute(this::load);
  }

  /** What was just done and can be taken back; the screen that is shown next offers it. */
  record Undoable(String done, Runnable undo) {}

  @MainThread
  void offer(Undoable done) {
    undoable = done;
  }

  /** What is to be offered now, once. */
  @MainThread
  Optional<Undoable> takeUndoable() {
    Optional<Undoable> taken = Optional.ofNullable(undoable);
    undoable = null;
    return taken;
  }

  /** Has no value until what was kept has been read. */
  LiveData<State> state() {
    return live;
  }

  /** Runs it now, or as soon as what was kept has been read. */
  @MainThread
  void whenRead(Runnable then) {
    live.observeForever(
        new Observer<State>() {
          @Override
          public void onChanged(State read) {
            live.removeObserver(this);
            then.run();
          }
        });
  }

  /** The visit that is filled in; empty where there is none, or it was not read yet. */
  synchronized Optional<VisitDraft> find() {
    return state == null ? Optional.empty() : state.visit();
  }

  @MainThread
  void begin(VisitDraft visit) {
    update(before -> before.with(before.unfinished().put(visit)));
  }

  /** Goes on with one that was begun before. */
  @MainThread
  void resume(String id) {
    update(before -> before.with(before.unfinished().resume(id)));
  }

  /** Changes the visit that is filled in, where there is one. */
  @MainThread
  void change(UnaryOperator<VisitDraft> change) {
    find().ifPresent(visit -> begin(change.apply(visit)));
  }

  /** Changes this visit, whether it is the one on the screen or not. */
  @MainThread
  void change(String id, UnaryOperator<VisitDraft> change) {
    update(
        before ->
            before
                .unfinished()
                .find(id)
                .map(
                    visit ->
                        before.with(
                            before
                                .unfinished()
                                .put(change.apply(visit))
                                .resume(before.unfinished().current())))
                .orElse(before));
  }

  /** The day's round, for the visits to come and the one that is filled in. */
  @MainThread
  void set(Round round) {
    update(
        before ->
            new State(
                before
                    .visit()
                    .map(visit -> before.unfinished().put(visit.with(round)))
                    .orElse(before.unfinished()),
                Optional.of(round),
                before.site(),
                before.finished()));
  }

  /** The new site as it is filled in; empty where it is not new any more. */
  @MainThread
  void set(Optional<VisitSite> site) {
    update(before -> new State(before.unfinished(), before.round(), site, before.finished()));
  }

  /** It was recorded. */
  @MainThread
  void finish(FinishedVisit finished) {
    update(
        before ->
            new State(
                before.unfinished().without(finished.visit().id()),
                before.round(),
                before.site(),
                Optional.of(finished)));
  }

  /** The visit was given up. */
  @MainThread
  void remove(String id) {
    update(before -> before.with(before.unfinished().without(id)));
  }

  private void update(UnaryOperator<State> change) {
    State before;
    State after;
    synchronized (this) {
      before = state;
      if (before == null) {
        throw new IllegalStateException("what was kept has not been read yet");
      }
      after = change.apply(before);
      state = after;
    }
    live.setValue(after);
    keep(before, after);
  }

  private void load() {
    State kept =
        new State(
            keeper.find(VISITS).map(Unfinished::read).orElse(Unfinished.NONE),
            keeper.find(ROUND).map(text -> Round.read(StoredJson.of(text))),
            keeper.find(SITE).map(text -> VisitSite.read(StoredJson.of(text))),
            keeper.find(FINISHED).map(text -> FinishedVisit.read(StoredJson.of(text))));
    synchronized (this) {
      state = kept;
    }
    live.postValue(kept);
  }

  /** Writes what has changed, and nothing else, so that a keystroke is one row. */
  private void keep(State before, State after) {
    if (!before.unfinished().equals(after.unfinished())) {
      Unfinished visits = after.unfinished();
      keep(VISITS, visits.visits().isEmpty() ? Optional.empty() : Optional.of(visits.write()));
    }
    if (!before.round().equals(after.round())) {
      keep(ROUND, after.round().map(round -> JsonText.write(round.write())));
    }
    if (!before.site().equals(after.site())) {
      keep(SITE, after.site().map(site -> JsonText.write(site.write())));
    }
    if (!before.finished().equals(after.finished())) {
      keep(FINISHED, after.finished().map(finished -> JsonText.write(finished.write())));
    }
  }

  private void keep(String name, Optional<String> content) {
    if (content.isPresent()) {
      keeper.put(name, content.get());
    } else {
      keeper.remove(name);
    }
  }
}
