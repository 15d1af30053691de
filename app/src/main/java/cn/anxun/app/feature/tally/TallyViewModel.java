package cn.anxun.app.feature.tally;

import android.os.Handler;
import android.os.Looper;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.app.feature.tally.TallyState.Problem;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Ledger;
import cn.anxun.app.record.NameBook;
import cn.anxun.app.record.Names;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorded;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.indicator.Reportable;
import cn.anxun.core.indicator.TallyPreview;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Fills in one total; its draft is kept at every change. */
@HiltViewModel
public final class TallyViewModel extends ViewModel {
  private static final String DRAFT = "tally";

  /** What was reported, to be said once with a way back. */
  record Reported(Recorded recorded, TallyDraft draft, boolean isNil) {}

  private final Ledger ledger;
  private final Recorder recorder;
  private final Author author;
  private final DraftKeeper drafts;
  private final NameBook book;
  private final Executor background;
  private final Handler main = new Handler(Looper.getMainLooper());
  private final MutableLiveData<@Nullable TallyState> state = new MutableLiveData<>();
  private final MutableLiveData<@Nullable Reported> reported = new MutableLiveData<>();
  private boolean opened;

  @Inject
  TallyViewModel(
      Ledger ledger,
      Recorder recorder,
      Author author,
      DraftKeeper drafts,
      NameBook book,
      @Background Executor background) {
    this.ledger = ledger;
    this.recorder = recorder;
    this.author = author;
    this.drafts = drafts;
    this.book = book;
    this.background = background;
  }

  /** Null until it has been read. */
  LiveData<@Nullable TallyState> state() {
    return state;
  }

  /** Null while there is nothing to be said. */
  LiveData<@Nullable Reported> reported() {
    return reported;
  }

  void said() {
    reported.setValue(null);
  }

  LocalDate today() {
    return recorder.today();
  }

  private LedgerState ledger() {
    return ledger.fold(Cutoff.latest(today()));
  }

  void open() {
    if (opened) {
      return;
    }
    opened = true;
    background.execute(
        () -> {
          List<Reportable> measures = Reportable.list(Catalogue.at(ledger()));
          Names names = book.names(today());
          TallyDraft draft = drafts.find(DRAFT).flatMap(TallyDraft::read).orElseGet(this::empty);
          main.post(
              () -> {
                state.setValue(
                    new TallyState(
                        draft, measures, names, Optional.empty(), false, Optional.empty()));
                preview();
              });
        });
  }

  /** Last month's, which is what is reported at the start of a month. */
  private TallyDraft empty() {
    return new TallyDraft(author.unit(), lastMonth(), "", "", "");
  }

  Period lastMonth() {
    LocalDate last = today().minusMonths(1);
    return Period.month(last.getYear(), last.getMonthValue());
  }

  /** As typed: by its name, or its code. */
  void setUnit(String typed) {
    TallyState now = state.getValue();
    if (now != null) {
      change(draft -> draft.withUnit(now.names().unitCode(typed)));
    }
  }

  void change(UnaryOperator<TallyDraft> how) {
    TallyState now = state.getValue();
    if (now == null || now.saving()) {
      return;
    }
    TallyDraft changed = how.apply(now.draft());
    if (!changed.equals(now.draft())) {
      drafts.put(DRAFT, changed.write());
      state.setValue(now.with(changed));
      preview();
    }
  }

  private void preview() {
    TallyState now = state.getValue();
    if (now == null || !now.measure().isPresent()) {
      return;
    }
    Fields fields = now.draft().fields(now.measure().get());
    background.execute(
        () -> {
          Optional<TallyPreview> preview = TallyPreview.of(ledger(), fields);
          main.post(() -> show(fields, preview));
        });
  }

  private void show(Fields of, Optional<TallyPreview> preview) {
    TallyState now = state.getValue();
    // What was changed since has its own preview coming.
    if (now != null
        && now.measure().isPresent()
        && now.draft().fields(now.measure().get()).equals(of)) {
      state.setValue(now.with(preview));
    }
  }

  /** 零报告. */
  void reportNil() {
    report(BigDecimal.ZERO);
  }

  void report() {
    TallyState now = state.getValue();
    if (now != null) {
      String typed = now.draft().quantity();
      if (typed.isEmpty()) {
        fail(new Problem.NoQuantity());
      } else {
        report(new BigDecimal(typed));
      }
    }
  }

  private void report(BigDecimal quantity) {
    TallyState now = state.getValue();
    if (now == null || now.saving()) {
      return;
    }
    if (now.draft().unit().trim().isEmpty()) {
      fail(new Problem.NoUnit());
    } else if (!now.measure().isPresent()) {
      fail(new Problem.NoMeasure());
    } else {
      Fields fields = now.draft().fields(now.measure().get(), quantity);
      TallyDraft draft = now.draft();
      state.setValue(now.saving(true, Optional.empty()));
      background.execute(() -> record(fields, draft, quantity.signum() == 0));
    }
  }

  private void record(Fields fields, TallyDraft draft, boolean isNil) {
    try {
      Recorded recorded =
          recorder.record(recording -> recording.open(TallyReported.KIND, today(), fields));
      // The next total is of the same unit and days.
      TallyDraft next = draft.withIndicator("").withQuantity("").withEvidence("");
      drafts.put(DRAFT, next.write());
      main.post(
          () -> {
            begin(next);
            reported.setValue(new Reported(recorded, draft, isNil));
          });
    } catch (RecordRejectedException e) {
      main.post(() -> fail(new Problem.Rejected(e.problem())));
    } catch (StoreException e) {
      main.post(() -> fail(problem(e)));
    }
  }

  private static Problem problem(StoreException e) {
    return e.reason() == StoreException.Reason.FULL
        ? new Problem.DiskFull()
        : new Problem.Unreadable();
  }

  private void begin(TallyDraft draft) {
    TallyState now = state.getValue();
    if (now != null) {
      state.setValue(
          new TallyState(
              draft, now.measures(), now.names(), Optional.empty(), false, Optional.empty()));
      preview();
    }
  }

  private void fail(Problem problem) {
    TallyState now = state.getValue();
    if (now != null) {
      state.setValue(now.saving(false, Optional.of(problem)));
    }
  }

  /** Takes the report back, and its draft up again. */
  void undo(Reported done, String reason) {
    background.execute(
        () -> {
          try {
            recorder.undo(done.recorded(), reason);
            drafts.put(DRAFT, done.draft().write());
            main.post(() -> begin(done.draft()));
          } catch (RecordRejectedException e) {
            main.post(() -> fail(new Problem.Rejected(e.problem())));
          } catch (StoreException e) {
            main.post(() -> fail(problem(e)));
          }
        });
  }
}
