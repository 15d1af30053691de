package cn.anxun.app.feature.home;

import android.os.Build;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.Transformations;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.DraftRow;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.device.Background;
import cn.anxun.app.photo.capture.ShotTray;
import cn.anxun.app.record.Records;
import cn.anxun.app.reminder.ReminderNotices;
import cn.anxun.app.reminder.ReminderSettings;
import cn.anxun.app.sync.NewVersion;
import cn.anxun.app.sync.SyncStatus;
import cn.anxun.app.sync.SyncStatuses;
import cn.anxun.app.ui.Dates;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
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
  private final ReminderNotices notices;
  private final ReminderSettings reminders;
  private final Executor background;
  private final NewVersion newVersion;
  private final MutableLiveData<Optional<NewVersion.Hint>> news =
      new MutableLiveData<>(Optional.empty());
  private final MutableLiveData<Boolean> asksForNotices = new MutableLiveData<>(false);
  private boolean looked;

  @Inject
  HomeViewModel(
      Records records,
      AnxunDatabase database,
      ShotTray tray,
      SyncStatuses statuses,
      ReminderNotices notices,
      ReminderSettings reminders,
      NewVersion newVersion,
      Clock clock,
      @Background Executor background) {
    this.notices = notices;
    this.reminders = reminders;
    this.newVersion = newVersion;
    this.background = background;
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

  /** Now it is plain what a reminder is good for: asked once, where the phone wants it asked. */
  void somethingIsDue() {
    if (looked || Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) {
      return;
    }
    looked = true;
    background.execute(
        () -> {
          if (!notices.isAllowed() && reminders.askOnce()) {
            asksForNotices.postValue(true);
          }
        });
  }

  LiveData<Boolean> asksForNotices() {
    return asksForNotices;
  }

  void asked() {
    asksForNotices.setValue(false);
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

  /** The app that is newer than this one, unless somebody has put it off. */
  LiveData<Optional<NewVersion.Hint>> news() {
    return news;
  }

  void putOff(NewVersion.Hint hint) {
    news.setValue(Optional.empty());
    background.execute(() -> newVersion.dismiss(hint));
  }

  void lookAgain() {
    statuses.refresh();
    background.execute(() -> news.postValue(newVersion.findNews()));
  }
}
