package cn.anxun.app.feature.reminders;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.device.Background;
import cn.anxun.app.reminder.ReminderKind;
import cn.anxun.app.reminder.ReminderNotices;
import cn.anxun.app.reminder.ReminderSchedule;
import cn.anxun.app.reminder.ReminderSettings;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** What is chosen of reminders. */
@HiltViewModel
public final class RemindersViewModel extends ViewModel {
  private final ReminderSettings settings;
  private final ReminderNotices notices;
  private final ReminderSchedule schedule;
  private final Executor background;
  private final MutableLiveData<RemindersState> state = new MutableLiveData<>();

  @Inject
  RemindersViewModel(
      ReminderSettings settings,
      ReminderNotices notices,
      ReminderSchedule schedule,
      @Background Executor background) {
    this.settings = settings;
    this.notices = notices;
    this.schedule = schedule;
    this.background = background;
  }

  LiveData<RemindersState> state() {
    return state;
  }

  /** Somebody may have come back from the phone's settings. */
  void look() {
    background.execute(this::post);
  }

  void choose(ReminderKind kind, boolean on) {
    change(() -> settings.choose(kind, on));
  }

  void chooseHour(int hour) {
    change(() -> settings.chooseHour(hour));
  }

  void chooseEverybodys(boolean on) {
    change(() -> settings.chooseEverybodys(on));
  }

  private void change(Runnable choice) {
    background.execute(
        () -> {
          choice.run();
          schedule.now();
          post();
        });
  }

  private void post() {
    state.postValue(
        new RemindersState(settings.choice(), settings.isEverybodys(), notices.isAllowed()));
  }
}
