package cn.anxun.app.data.local;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.Transformations;
import cn.anxun.core.sync.OutboxCounts;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import java.util.ArrayList;
import java.util.List;

/** One's own entries as the screens follow them. */
public final class OutboxRows {
  private final OwnTable table;

  public OutboxRows(AnxunDatabase database) {
    table = database.own();
  }

  /** How many stand where. */
  public LiveData<OutboxCounts> watchCounts() {
    return Transformations.map(table.watchCounts(), OwnEntries::counts);
  }

  /** Those in this state, in the order they were saved; for states of few. */
  public LiveData<List<OutboxEntry>> watch(OutboxState state) {
    return Transformations.map(
        table.watch(state.name()),
        rows -> {
          List<OutboxEntry> entries = new ArrayList<>(rows.size());
          for (OwnRow row : rows) {
            entries.add(row.entry());
          }
          return entries;
        });
  }
}
