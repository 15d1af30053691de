package cn.anxun.app.feature.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the screen shows.
 *
 * @param failed it could not be read; there are no rows
 */
record FigureState(boolean computing, boolean failed, List<FigureRow> rows) {
  FigureState {
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
  }
}
