package cn.anxun.app.feature.statistics;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.SavedStateHandle;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.feature.statistics.Span.Length;
import cn.anxun.app.record.NameBook;
import cn.anxun.app.record.Names;
import cn.anxun.core.indicator.Period;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Keeps the span that was chosen, and computes its overview in the background. */
@HiltViewModel
public final class StatisticsViewModel extends ViewModel {
  private static final String LENGTH = "length";
  private static final String FROM = "from";
  private static final String UNTIL = "until";

  private final Statistics statistics;
  private final NameBook book;
  private final Executor background;
  private final SavedStateHandle saved;
  private final AtomicInteger asked = new AtomicInteger();
  private final MutableLiveData<StatisticsState> state;

  @Inject
  public StatisticsViewModel(
      Statistics statistics,
      NameBook book,
      @Background Executor background,
      SavedStateHandle saved) {
    this.statistics = statistics;
    this.book = book;
    this.background = background;
    this.saved = saved;
    this.state =
        new MutableLiveData<>(
            new StatisticsState(span(), true, Optional.empty(), Names.NONE, Optional.empty()));
  }

  public LiveData<StatisticsState> state() {
    return state;
  }

  private Span span() {
    String length = saved.get(LENGTH);
    String from = saved.get(FROM);
    String until = saved.get(UNTIL);
    return length == null || from == null || until == null
        ? Span.of(Length.MONTH, statistics.today())
        : new Span(
            Length.valueOf(length), new Period(LocalDate.parse(from), LocalDate.parse(until)));
  }

  private StatisticsState now() {
    return Objects.requireNonNull(state.getValue());
  }

  /** The month, quarter or year about what is shown. */
  public void choose(Length length) {
    if (length != now().span().length()) {
      show(now().span().as(length, statistics.today()));
    }
  }

  public void choose(LocalDate from, LocalDate until) {
    show(Span.days(from, until));
  }

  public void previous() {
    show(now().span().previous());
  }

  public void next() {
    show(now().span().next());
  }

  /** Computes again, from what the ledger has become. */
  public void refresh() {
    show(now().span());
  }

  private void show(Span span) {
    saved.set(LENGTH, span.length().name());
    saved.set(FROM, span.period().from().toString());
    saved.set(UNTIL, span.period().until().toString());
    @Nullable Overview shown = now().overview().orElse(null);
    state.setValue(
        new StatisticsState(
            span,
            true,
            Optional.ofNullable(shown).filter(overview -> overview.span().equals(span)),
            now().names(),
            Optional.empty()));
    int number = asked.incrementAndGet();
    background.execute(() -> compute(span, number));
  }

  private void compute(Span span, int number) {
    StatisticsState computed;
    try {
      computed =
          new StatisticsState(
              span,
              false,
              Optional.of(statistics.overview(span)),
              book.names(statistics.today()),
              Optional.empty());
    } catch (StoreException e) {
      computed =
          new StatisticsState(
              span,
              false,
              Optional.empty(),
              Names.NONE,
              Optional.of(String.valueOf(e.getMessage())));
    }
    // What was asked for since has its own answer coming.
    if (number == asked.get()) {
      state.postValue(computed);
    }
  }
}
