package cn.anxun.app.feature.wiped;

import android.net.Uri;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.account.RevokedPhone;
import cn.anxun.app.account.WipeProgress;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.wipe.SealedFiles;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** Brings the wipe to its end where it was cut off, and tells what came of it. */
@HiltViewModel
public final class WipedViewModel extends ViewModel {
  private final RevokedPhone phone;
  private final WipeProgress progress;
  private final SealedFiles files;
  private final Executor background;
  private final MutableLiveData<WipedState> state = new MutableLiveData<>();

  @Inject
  WipedViewModel(
      RevokedPhone phone,
      WipeProgress progress,
      SealedFiles files,
      @Background Executor background) {
    this.phone = phone;
    this.progress = progress;
    this.files = files;
    this.background = background;
    goOn();
  }

  LiveData<WipedState> state() {
    return state;
  }

  void goOn() {
    background.execute(
        () -> {
          try {
            phone.resume();
            state.postValue(read(WipedState.At.DONE));
          } catch (StoreException | UncheckedIOException e) {
            state.postValue(read(WipedState.At.FAILED));
          }
        });
  }

  private WipedState read(WipedState.At at) {
    List<Uri> sealed = files.list();
    return new WipedState(at, progress.report(), sealed);
  }
}
