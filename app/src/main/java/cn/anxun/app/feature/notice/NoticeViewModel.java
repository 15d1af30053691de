package cn.anxun.app.feature.notice;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.account.Consent;
import cn.anxun.app.account.WipeProgress;
import cn.anxun.app.device.Background;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** Keeps that somebody agreed, and says where that leads. */
@HiltViewModel
public final class NoticeViewModel extends ViewModel {
  private final Consent consent;
  private final WipeProgress wipe;
  private final Executor background;
  private final MutableLiveData<Next> next = new MutableLiveData<>();

  /** Where agreeing leads. */
  enum Next {
    /** The phone was wiped, and somebody begins anew. */
    ENROL,
    /** To whatever comes next. */
    DOOR
  }

  @Inject
  NoticeViewModel(Consent consent, WipeProgress wipe, @Background Executor background) {
    this.consent = consent;
    this.wipe = wipe;
    this.background = background;
  }

  LiveData<Next> next() {
    return next;
  }

  void agree() {
    background.execute(
        () -> {
          consent.give();
          boolean wiped = wipe.stage() != WipeProgress.Stage.NONE;
          next.postValue(wiped ? Next.ENROL : Next.DOOR);
        });
  }
}
