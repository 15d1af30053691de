package cn.anxun.app.feature.hazards;

import androidx.annotation.MainThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.SavedStateHandle;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.data.local.RecordQuery;
import cn.anxun.app.device.Background;
import cn.anxun.app.record.NameBook;
import cn.anxun.app.record.Names;
import cn.anxun.app.record.RecordChanges;
import cn.anxun.app.record.Records;
import cn.anxun.app.ui.Dates;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The list of hazards: what it is filtered by, and as many rows as were scrolled to. */
@HiltViewModel
public final class HazardsViewModel extends ViewModel {
  private static final String FILTER = "hazards_filter";

  private final Records records;
  private final RecordChanges changes;
  private final FilterValues values;
  private final NameBook book;
  private final Clock clock;
  private final Executor background;
  private final SavedStateHandle saved;
  private final MutableLiveData<HazardsState> state = new MutableLiveData<>();
  private final MutableLiveData<@Nullable Asked> asked = new MutableLiveData<>();
  private final AtomicBoolean reading = new AtomicBoolean();
  private final Runnable changed = this::refresh;

  private final Object lock = new Object();
  private HazardFilter filter;
  private int wanted = Records.PAGE;
  private @Nullable HazardsState shown;

  @Inject
  public HazardsViewModel(
      Records records,
      RecordChanges changes,
      FilterValues values,
      NameBook book,
      Clock clock,
      @Background Executor background,
      SavedStateHandle saved) {
    this.records = records;
    this.changes = changes;
    this.values = values;
    this.book = book;
    this.clock = clock;
    this.background = background;
    this.saved = saved;
    List<String> kept = saved.get(FILTER);
    filter = kept == null ? HazardFilter.ALL : HazardFilter.read(kept);
    state.setValue(
        new HazardsState(HazardsState.Status.LOADING, filter, today(), 0, List.of(), Names.NONE));
    changes.watch(changed);
    refresh();
  }

  @Override
  protected void onCleared() {
    changes.unwatch(changed);
  }

  LiveData<HazardsState> state() {
    return state;
  }

  HazardFilter filter() {
    synchronized (lock) {
      return filter;
    }
  }

  @MainThread
  void search(String text) {
    if (!text.equals(filter().text())) {
      filter(filter().withText(text));
    }
  }

  @MainThread
  void filter(HazardFilter.Part part, String value) {
    filter(filter().with(part, value));
  }

  /** What a part of the filter can be set to; asked for once. */
  record Asked(HazardFilter.Part part, List<String> values, Names names) {}

  /** The part that {@link #ask} asked for, until it is {@link #answered}. */
  LiveData<@Nullable Asked> asked() {
    return asked;
  }

  @MainThread
  void ask(HazardFilter.Part part) {
    background.execute(
        () -> asked.postValue(new Asked(part, values.list(part), book.names(today()))));
  }

  @MainThread
  void answered() {
    asked.setValue(null);
  }

  /** Shows all hazards again. */
  @MainThread
  void clear() {
    filter(HazardFilter.ALL.with(HazardFilter.Part.SORT, filter().sort().name()));
  }

  private void filter(HazardFilter next) {
    saved.set(FILTER, next.write());
    synchronized (lock) {
      filter = next;
      wanted = Records.PAGE;
      shown = null;
    }
    refresh();
  }

  /** The list was scrolled near its end. */
  @MainThread
  void more() {
    synchronized (lock) {
      if (shown == null || !shown.hasMore() || wanted > shown.rows().size()) {
        return;
      }
      wanted = shown.rows().size() + Records.PAGE;
    }
    background.execute(this::readOn);
  }

  /** Reads what is shown again. */
  void refresh() {
    if (reading.compareAndSet(false, true)) {
      background.execute(this::read);
    }
  }

  private void read() {
    reading.set(false);
    HazardFilter now;
    int count;
    synchronized (lock) {
      now = filter;
      count = wanted;
    }
    LocalDate today = today();
    try {
      RecordQuery query = now.query(today);
      int total = records.count(query);
      List<RecordItem> rows = records.list(query, 0, count);
      show(new HazardsState(HazardsState.Status.READY, now, today, total, rows, book.names(today)));
    } catch (RuntimeException e) {
      show(new HazardsState(HazardsState.Status.FAILED, now, today, 0, List.of(), Names.NONE));
    }
  }

  /** Only the rows that are not there yet. */
  private void readOn() {
    HazardsState before;
    int count;
    synchronized (lock) {
      before = shown;
      count = wanted;
    }
    if (before == null || count <= before.rows().size()) {
      return;
    }
    try {
      int there = before.rows().size();
      List<RecordItem> rows = new ArrayList<>(before.rows());
      rows.addAll(records.list(before.filter().query(before.today()), there, count - there));
      show(
          new HazardsState(
              HazardsState.Status.READY,
              before.filter(),
              before.today(),
              before.total(),
              rows,
              before.names()));
    } catch (RuntimeException e) {
      refresh();
    }
  }

  private void show(HazardsState next) {
    synchronized (lock) {
      if (next.filter().equals(filter)) {
        shown = next;
        state.postValue(next);
      }
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Dates.ZONE));
  }
}
