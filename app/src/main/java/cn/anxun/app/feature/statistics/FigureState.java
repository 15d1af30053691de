package cn.anxun.app.feature.statistics;

import cn.anxun.app.record.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the screen shows.
 *
 * @param failed it could not be read; there are no rows
 */
record FigureState(boolean computing, boolean failed, List<FigureRow> rows, Names names) {
  FigureState {
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
  }
}
