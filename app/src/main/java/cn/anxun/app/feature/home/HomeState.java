package cn.anxun.app.feature.home;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the home screen shows of the ledger.
 *
 * @param due the nearest of what is due within a week or overdue
 * @param total how many there are of it
 * @param overdue how many of these are past their day
 */
record HomeState(List<DueHazard> due, int total, int overdue) {
  HomeState {
    due = Collections.unmodifiableList(new ArrayList<>(due));
  }
}
