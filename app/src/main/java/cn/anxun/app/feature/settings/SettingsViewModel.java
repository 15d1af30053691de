package cn.anxun.app.feature.settings;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.account.IdleLock;
import cn.anxun.app.account.LogOut;
import cn.anxun.app.device.Background;
import cn.anxun.app.place.PlaceSetting;
import cn.anxun.app.setting.Settings;
import cn.anxun.app.sync.NewVersion;
import cn.anxun.app.sync.SyncSchedule;
import cn.anxun.app.sync.WorkSchedule;
import cn.anxun.app.upload.UploadSchedule;
import cn.anxun.app.upload.WorkUploadSchedule;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** What may be set, and the way out. */
@HiltViewModel
public final class SettingsViewModel extends ViewModel {
  private final Settings settings;
  private final PlaceSetting place;
  private final Enrolments enrolments;
  private final LogOut logOut;
  private final IdleLock lock;
  private final SyncSchedule schedule;
  private final UploadSchedule uploads;
  private final Executor background;
  private final MutableLiveData<Optional<NewVersion.Hint>> newVersion =
      new MutableLiveData<>(Optional.empty());
  private final MutableLiveData<SettingsState> state = new MutableLiveData<>(SettingsState.FIRST);

  @Inject
  SettingsViewModel(
      Settings settings,
      PlaceSetting place,
      Enrolments enrolments,
      LogOut logOut,
      IdleLock lock,
      SyncSchedule schedule,
      NewVersion newVersion,
      UploadSchedule uploads,
      @Background Executor background) {
    this.settings = settings;
    this.place = place;
    this.enrolments = enrolments;
    this.logOut = logOut;
    this.lock = lock;
    this.schedule = schedule;
    this.uploads = uploads;
    this.background = background;
    background.execute(() -> state.postValue(read(0, false)));
    background.execute(() -> this.newVersion.postValue(newVersion.find()));
  }

  LiveData<SettingsState> state() {
    return state;
  }

  /** The app that is newer than this one, as the server said last. */
  LiveData<Optional<NewVersion.Hint>> newVersion() {
    return newVersion;
  }

  void setWifiOnly(boolean on) {
    background.execute(
        () -> {
          settings.turn(WorkSchedule.WIFI_ONLY, on);
          schedule.start();
          state.postValue(read(0, false));
        });
  }

  void setPlace(boolean on) {
    background.execute(
        () -> {
          place.choose(on);
          state.postValue(read(0, false));
        });
  }

  void setPhotosWifiOnly(boolean on) {
    background.execute(
        () -> {
          settings.turn(WorkUploadSchedule.WIFI_ONLY, on);
          // What waits for the network of before is asked for anew.
          uploads.stop();
          uploads.soon();
          state.postValue(read(0, false));
        });
  }

  void lock() {
    lock.lock();
  }

  void logOut() {
    background.execute(
        () -> {
          int unsent = logOut.logOut();
          if (unsent == 0) {
            schedule.stop();
            uploads.stop();
          }
          state.postValue(read(unsent, unsent == 0));
        });
  }

  private SettingsState read(int unsent, boolean loggedOut) {
    return new SettingsState(
        enrolments
            .find()
            .map(
                enrolled ->
                    enrolled.enrolment().name() + " · " + enrolled.enrolment().bureau().name())
            .orElse(""),
        settings.isOn(WorkSchedule.WIFI_ONLY),
        place.isOn(),
        settings.isOn(WorkUploadSchedule.WIFI_ONLY),
        unsent,
        loggedOut);
  }
}
