package cn.anxun.app.feature.paper;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MediatorLiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.device.Background;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.app.paper.PaperForms;
import cn.anxun.app.paper.Signer;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.Signature;
import cn.anxun.core.paper.SignatureStrokes;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What is being written on the pad; kept at every stroke, so that a kill takes nothing. */
@HiltViewModel
public final class SignViewModel extends ViewModel {
  private final PaperForms forms;
  private final DraftKeeper keeper;
  private final Clock clock;
  private final Executor background;
  private final MediatorLiveData<Signer> signer = new MediatorLiveData<>();
  private final MutableLiveData<@Nullable SignatureStrokes> strokes = new MutableLiveData<>();
  private String draft = "";
  private int place;
  private Paper paper = Paper.NOTICE;

  @Inject
  SignViewModel(
      PaperForms forms, DraftKeeper keeper, Clock clock, @Background Executor background) {
    this.forms = forms;
    this.keeper = keeper;
    this.clock = clock;
    this.background = background;
  }

  /**
   * Who signs.
   *
   * @param form the name of the paper's draft
   * @param signs the place among its signers
   */
  void open(String form, int signs) {
    if (!draft.isEmpty()) {
      return;
    }
    draft = form;
    place = signs;
    forms.open(form, Optional::empty);
    signer.addSource(
        forms.watch(form),
        now -> {
          paper = now.paper();
          if (place < now.signers().size()) {
            signer.setValue(now.signers().get(place));
          }
        });
    background.execute(
        () -> keeper.find(name()).flatMap(SignViewModel::read).ifPresent(strokes::postValue));
  }

  /** Which paper is signed; known as soon as its signer is. */
  Paper paper() {
    return paper;
  }

  LiveData<Signer> signer() {
    return signer;
  }

  /** Null before anything was written. */
  LiveData<@Nullable SignatureStrokes> strokes() {
    return strokes;
  }

  /** What now stands on the pad. */
  void write(SignatureStrokes written) {
    strokes.setValue(written);
    keeper.put(
        name(),
        JsonText.write(
            Json.members()
                .put("width", written.width())
                .put("height", written.height())
                .put("strokes", written.text())
                .build()));
  }

  /** 重签; answers what stood there. */
  Optional<SignatureStrokes> clear() {
    SignatureStrokes before = strokes.getValue();
    if (before == null || before.isBlank()) {
      return Optional.empty();
    }
    write(SignatureStrokes.blank(before.width(), before.height()));
    return Optional.of(before);
  }

  /** Without the last stroke. */
  void takeBack() {
    SignatureStrokes before = strokes.getValue();
    if (before != null && !before.isBlank()) {
      write(before.withoutLast());
    }
  }

  /** Puts it under the paper; false where too little is written for a signature. */
  boolean finish() {
    SignatureStrokes written = strokes.getValue();
    if (written == null || !written.isWritten()) {
      return false;
    }
    sign(written.simplified());
    return true;
  }

  /** The person signs the print by hand. */
  void signOnPaper() {
    sign(SignatureStrokes.blank(SignatureStrokes.SIDE, SignatureStrokes.SIDE / 2));
  }

  private void sign(SignatureStrokes hand) {
    Signer who = signer.getValue();
    if (who != null) {
      forms.change(
          draft,
          form ->
              form.with(
                  new Signature(
                      who.who(),
                      who.name(),
                      clock.instant().truncatedTo(ChronoUnit.SECONDS),
                      hand)));
      keeper.remove(name());
    }
  }

  private String name() {
    return draft + "/sign/" + place;
  }

  private static Optional<SignatureStrokes> read(String kept) {
    return JsonText.read(kept) instanceof Json.Members members
            && members.get("width") instanceof Json.Num width
            && members.get("height") instanceof Json.Num height
            && members.get("strokes") instanceof Json.Text text
        ? SignatureStrokes.read(
            width.value().intValueExact(), height.value().intValueExact(), text.value())
        : Optional.empty();
  }
}
