package cn.anxun.app.feature.paper;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.Observer;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.PaperNumbers;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.paper.PaperBook;
import cn.anxun.app.paper.PaperDesk;
import cn.anxun.app.paper.PaperForm;
import cn.anxun.app.paper.PaperForms;
import cn.anxun.app.paper.PaperPages;
import cn.anxun.app.paper.Signer;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.RecordChanges;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperDraft;
import cn.anxun.core.paper.PaperFacts;
import cn.anxun.core.paper.PaperTemplate;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A paper that is being filled in and signed. */
@HiltViewModel
public final class PaperFormViewModel extends ViewModel {
  private final PaperForms forms;
  private final PaperBook book;
  private final PaperDesk desk;
  private final PaperNumbers numbers;
  private final Author author;
  private final EntryIds ids;
  private final Clock clock;
  private final Executor background;
  private final MutableLiveData<PaperFormState> state = new MutableLiveData<>();
  private final MutableLiveData<@Nullable Outcome> outcome = new MutableLiveData<>();
  private final RecordChanges changes;
  private final Observer<PaperForm> changed = this::show;
  private final Runnable recorded = this::renew;
  private @Nullable LiveData<PaperForm> form;
  private String draft = "";
  private boolean issuing;

  /**
   * How issuing ended.
   *
   * @param paper the subject of the paper issued; empty where it was not
   */
  record Outcome(Optional<String> paper, Optional<Exception> problem) {}

  @Inject
  PaperFormViewModel(
      PaperForms forms,
      PaperBook book,
      PaperDesk desk,
      PaperNumbers numbers,
      Author author,
      EntryIds ids,
      RecordChanges changes,
      Clock clock,
      @Background Executor background) {
    this.forms = forms;
    this.book = book;
    this.desk = desk;
    this.numbers = numbers;
    this.author = author;
    this.ids = ids;
    this.changes = changes;
    this.clock = clock;
    this.background = background;
  }

  void open(Paper paper, String about) {
    if (form == null) {
      draft = PaperForm.draft(paper, about);
      forms.open(draft, () -> begin(paper, about));
      form = forms.watch(draft);
      form.observeForever(changed);
      changes.watch(recorded);
    }
  }

  private Optional<PaperForm> begin(Paper paper, String about) {
    PaperFacts facts = book.facts(paper, about);
    PaperForm begun =
        PaperForm.begin(ids.next(), paper, about, book.suggested(facts, clock.instant()));
    return Optional.of(
        book.templates().get(paper).external()
            ? begun.withNumber(book.typed(about).getOrDefault(paper, ""))
            : begun);
  }

  @Override
  protected void onCleared() {
    changes.unwatch(recorded);
    if (form != null) {
      form.removeObserver(changed);
    }
  }

  LiveData<PaperFormState> state() {
    return state;
  }

  /** Null once it was told. */
  LiveData<@Nullable Outcome> outcome() {
    return outcome;
  }

  void outcomeTold() {
    outcome.setValue(null);
  }

  Optional<PaperForm> form() {
    return form == null ? Optional.empty() : Optional.ofNullable(form.getValue());
  }

  void change(UnaryOperator<PaperForm> change) {
    forms.change(draft, change);
  }

  /** What the paper is made of has changed. */
  private void renew() {
    form().ifPresent(this::show);
  }

  private void show(PaperForm now) {
    background.execute(
        () -> {
          PaperFormState shown = read(now);
          if (form().filter(now::equals).isPresent()) {
            state.postValue(shown);
          }
        });
  }

  private PaperFormState read(PaperForm now) {
    PaperTemplate template = book.templates().get(now.paper());
    PaperFacts facts = book.facts(now.paper(), now.about());
    PaperDraft built = book.draft(now);
    List<Signer> unsigned = new ArrayList<>();
    for (Signer signer : now.signers()) {
      if (signer.name().isEmpty() || !signer.find(now.signatures()).isPresent()) {
        unsigned.add(signer);
      }
    }
    PaperPages pages = PaperPages.of(now.id(), desk.fields(now));
    return new PaperFormState(
        now,
        built.fields().texts(PaperIssued.HAZARDS),
        built.problems(),
        unsigned,
        pages.painter(),
        pages.words(),
        template.external(),
        numbers.left(author.device(), now.paper().key(), facts.date().getYear()),
        isUndated(facts),
        template.deadline(facts.date()),
        facts.date());
  }

  private static boolean isUndated(PaperFacts facts) {
    return facts.hazards().stream()
        .anyMatch(
            hazard ->
                !hazard.fields().is(HazardFound.FIXED_ON_THE_SPOT)
                    && !PaperFacts.deadline(hazard).isPresent());
  }

  /** Issues it once, however often the button is tapped. */
  void issue() {
    PaperForm now = form().orElse(null);
    if (now == null || issuing) {
      return;
    }
    issuing = true;
    background.execute(
        () -> {
          try {
            desk.issue(now);
            outcome.postValue(new Outcome(Optional.of(now.id()), Optional.empty()));
          } catch (RecordRejectedException | StoreException e) {
            outcome.postValue(new Outcome(Optional.empty(), Optional.of(e)));
          }
        });
  }

  /** It was issued, and is not a draft any more. */
  void close(boolean issued) {
    issuing = false;
    if (issued) {
      forms.remove(draft);
    }
  }
}
