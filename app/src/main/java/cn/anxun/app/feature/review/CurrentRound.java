package cn.anxun.app.feature.review;

import androidx.annotation.WorkerThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.app.paper.OpenOrders;
import cn.anxun.app.paper.OpenOrders.OpenOrder;
import cn.anxun.app.ui.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What is due and what is begun, which is kept at every change. Safe for several threads. */
final class CurrentRound {
  static final String DRAFT = "review";

  /** So long an order that was reviewed is offered to be answered. */
  private static final int DAYS_TO_ANSWER = 30;

  private final DueHazards hazards;
  private final OpenOrders orders;
  private final DraftKeeper drafts;
  private final Clock clock;
  private final MutableLiveData<ReviewState> state = new MutableLiveData<>();

  private final Object lock = new Object();
  private @Nullable ReviewDraft draft;
  private List<DueHazard> due = List.of();
  private List<OpenOrder> toAnswer = List.of();
  private ReviewState.Status status = ReviewState.Status.LOADING;

  @Inject
  CurrentRound(DueHazards hazards, OpenOrders orders, DraftKeeper drafts, Clock clock) {
    this.hazards = hazards;
    this.orders = orders;
    this.drafts = drafts;
    this.clock = clock;
    show();
  }

  LiveData<ReviewState> state() {
    return state;
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(Dates.ZONE));
  }

  /** Reads what is due by now. */
  @WorkerThread
  void read() {
    ReviewDraft kept =
        drafts
            .find(DRAFT)
            .map(content -> ReviewDraftJson.read(content, today()))
            .orElseGet(() -> ReviewDraft.none(today()));
    synchronized (lock) {
      draft = draft == null ? kept : draft;
    }
    List<DueHazard> read = List.of();
    List<OpenOrder> open = List.of();
    ReviewState.Status outcome = ReviewState.Status.READY;
    try {
      read = hazards.list();
      open = orders.list(today().minusDays(DAYS_TO_ANSWER), begun().done());
    } catch (RuntimeException e) {
      outcome = ReviewState.Status.FAILED;
    }
    synchronized (lock) {
      due = read;
      toAnswer = open;
      status = outcome;
    }
    show();
  }

  /** A photo may come before the list is read: where the process was killed under the camera. */
  @WorkerThread
  void ensureRead() {
    boolean isRead;
    synchronized (lock) {
      isRead = draft != null;
    }
    if (!isRead) {
      read();
    }
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
      state.postValue(new ReviewState(status, today, SiteRound.of(shown), toAnswer, begun));
    }
  }

  /** What is begun today. */
  ReviewDraft begun() {
    synchronized (lock) {
      LocalDate today = today();
      return (draft == null ? ReviewDraft.none(today) : draft).on(today);
    }
  }

  /** Changes what is begun, keeps and shows it. */
  ReviewDraft change(UnaryOperator<ReviewDraft> change) {
    ReviewDraft next;
    synchronized (lock) {
      next = change.apply(begun());
      draft = next;
      drafts.put(DRAFT, ReviewDraftJson.write(next));
    }
    show();
    return next;
  }

  /** What is due, by its subject. */
  Map<String, DueHazard> bySubject() {
    Map<String, DueHazard> bySubject = new HashMap<>();
    synchronized (lock) {
      due.forEach(hazard -> bySubject.put(hazard.subject(), hazard));
    }
    return bySubject;
  }
}
