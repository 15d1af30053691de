package cn.anxun.app.feature.home;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.Transformations;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.DraftRow;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.photo.capture.ShotTray;
import cn.anxun.app.record.Records;
import cn.anxun.app.sync.SyncStatus;
import cn.anxun.app.sync.SyncStatuses;
import cn.anxun.app.ui.Dates;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;

/** What is to be done within a week, and how sync stands. */
@HiltViewModel
public final class HomeViewModel extends ViewModel {
  private static final int DAYS_AHEAD = 7;
  private static final int SHOWN = 20;

  private final LiveData<HomeState> state;
  private final LiveData<SyncStatus> sync;
  private final LiveData<Boolean> unfinished;
  private final LiveData<Integer> shots;
  private final SyncStatuses statuses;
  private final Clock clock;

  @Inject
  HomeViewModel(
      Records records, AnxunDatabase database, ShotTray tray, SyncStatuses statuses, Clock clock) {
    this.statuses = statuses;
    this.clock = clock;
    LocalDate today = clock.instant().atZone(Dates.ZONE).toLocalDate();
    sync = statuses.watch();
    shots = Transformations.map(tray.watch(), List::size);
    unfinished = database.drafts().watchIsKept(DraftRow.VISITS);
    state =
        Transformations.map(
            records.watchDue(today.plusDays(DAYS_AHEAD)), items -> state(items, today));
  }

  private static HomeState state(List<RecordItem> items, LocalDate today) {
    List<DueHazard> due = new ArrayList<>();
    int overdue = 0;
    for (RecordItem item : items) {
      String site = item.siteName() == null ? "" : item.siteName();
      DueHazard hazard = DueHazard.of(item.record(), site, today);
      overdue += hazard.isOverdue() ? 1 : 0;
      if (due.size() < SHOWN) {
        due.add(hazard);
      }
    }
    return new HomeState(due, items.size(), overdue);
  }

  LiveData<HomeState> state() {
    return state;
  }

  /** Whether an inspection was begun and not finished. */
  LiveData<Boolean> unfinished() {
    return unfinished;
  }

  /** How many photos belong to no record yet. */
  LiveData<Integer> shots() {
    return shots;
  }

  LiveData<SyncStatus> sync() {
    return sync;
  }

  /** To tell what was today. */
  Clock clock() {
    return clock;
  }

  void lookAgain() {
    statuses.refresh();
  }
}
