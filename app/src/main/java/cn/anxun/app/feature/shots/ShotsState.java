package cn.anxun.app.feature.shots;

import cn.anxun.app.photo.capture.Shot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What lies in the tray.
 *
 * @param chosen the ids of those that something is to be done with
 */
record ShotsState(List<Shot> shots, Set<String> chosen) {
  ShotsState {
    shots = Collections.unmodifiableList(new ArrayList<>(shots));
    chosen = Collections.unmodifiableSet(new LinkedHashSet<>(chosen));
  }

  /** One photo, as its cell shows it. */
  record Cell(Shot shot, int number, boolean isChosen) {}

  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Shot shot : shots) {
      cells.add(new Cell(shot, cells.size() + 1, chosen.contains(shot.id())));
    }
    return cells;
  }
}
