package cn.anxun.app.feature.hazards;

import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.record.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the list shows.
 *
 * @param total how many hazards the filter takes
 * @param names of what it can be filtered by
 * @param rows the first of them, as far as they are read
 */
record HazardsState(
    Status status,
    HazardFilter filter,
    LocalDate today,
    int total,
    List<RecordItem> rows,
    Names names) {

  /** Whether there is something to show. */
  enum Status {
    LOADING,
    READY,
    FAILED
  }

  HazardsState {
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
  }

  boolean hasMore() {
    return rows.size() < total;
  }
}
