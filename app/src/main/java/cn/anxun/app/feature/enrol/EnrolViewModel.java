package cn.anxun.app.feature.enrol;

import android.os.Build;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.account.EnrolPhone;
import cn.anxun.app.device.Background;
import cn.anxun.app.sync.SyncSchedule;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentLink;
import cn.anxun.core.sync.RemoteAnswer;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import javax.inject.Inject;

/** Enrols by what was scanned or typed. */
@HiltViewModel
public final class EnrolViewModel extends ViewModel {
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

  private final EnrolPhone enrolPhone;
  private final SyncSchedule schedule;
  private final Executor background;
  private final MutableLiveData<EnrolState> state = new MutableLiveData<>(EnrolState.FIRST);

  @Inject
  EnrolViewModel(EnrolPhone enrolPhone, SyncSchedule schedule, @Background Executor background) {
    this.enrolPhone = enrolPhone;
    this.schedule = schedule;
    this.background = background;
  }

  LiveData<EnrolState> state() {
    return state;
  }

  /** With the text of a QR. */
  void scanned(String text) {
    enrol(EnrolmentLink.parse(text));
  }

  /**
   * With what was typed; a whole link may be pasted in place of the code.
   *
   * @param servers addresses with spaces or commas between; {@code https://} may be left out
   */
  void typed(String servers, String code, String fingerprint) {
    Optional<EnrolmentLink> pasted = EnrolmentLink.parse(code);
    enrol(pasted.isPresent() ? pasted : typedLink(servers, code, fingerprint));
  }

  private static Optional<EnrolmentLink> typedLink(
      String servers, String code, String fingerprint) {
    List<String> urls = new ArrayList<>();
    for (String server : servers.trim().split("[\\s,，;；]+", -1)) {
      if (!server.isEmpty()) {
        urls.add(server.contains("://") ? server : "https://" + server);
      }
    }
    String sha256 = fingerprint.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
    boolean whole =
        !urls.isEmpty()
            && !code.trim().isEmpty()
            && (sha256.isEmpty() || FINGERPRINT.matcher(sha256).matches());
    return whole
        ? Optional.of(
            new EnrolmentLink(
                urls,
                code.trim().toUpperCase(Locale.ROOT),
                sha256.isEmpty() ? Optional.empty() : Optional.of(sha256)))
        : Optional.empty();
  }

  private void enrol(Optional<EnrolmentLink> link) {
    if (!link.isPresent()) {
      state.setValue(new EnrolState(EnrolState.At.NO_LINK, ""));
      return;
    }
    state.setValue(new EnrolState(EnrolState.At.BUSY, ""));
    background.execute(
        () -> {
          EnrolState next = state(enrolPhone.enrol(link.get(), phoneName()));
          if (next.at() == EnrolState.At.DONE) {
            schedule.start();
          }
          state.postValue(next);
        });
  }

  private static String phoneName() {
    return Build.MODEL == null || Build.MODEL.isEmpty() ? "Android" : Build.MODEL;
  }

  private static EnrolState state(EnrolPhone.Result result) {
    if (result instanceof EnrolPhone.Result.Done) {
      return new EnrolState(EnrolState.At.DONE, "");
    } else if (result instanceof EnrolPhone.Result.OtherBureau) {
      return new EnrolState(EnrolState.At.OTHER_BUREAU, "");
    } else if (result instanceof EnrolPhone.Result.OtherAccount other) {
      return new EnrolState(EnrolState.At.OTHER_ACCOUNT, Integer.toString(other.unsent()));
    } else if (result instanceof EnrolPhone.Result.OtherServer other) {
      return new EnrolState(EnrolState.At.OTHER_SERVER, other.bureau());
    }
    RemoteAnswer<Enrolment> answer = ((EnrolPhone.Result.Failed) result).answer();
    if (answer instanceof RemoteAnswer.Offline<Enrolment> offline) {
      return new EnrolState(
          offline.reason() == RemoteAnswer.Reason.NOT_OURS
              ? EnrolState.At.NOT_OURS
              : EnrolState.At.OFFLINE,
          "");
    }
    String detail =
        answer instanceof RemoteAnswer.Refused<Enrolment> refused ? refused.problem().detail() : "";
    return new EnrolState(EnrolState.At.REFUSED, detail);
  }
}
