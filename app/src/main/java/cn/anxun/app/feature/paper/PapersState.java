package cn.anxun.app.feature.paper;

import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the list shows.
 *
 * @param inspection the visit; "" for all papers of this phone
 * @param allowed what may be issued now and was not yet
 * @param toOrder how many hazards an order would hold
 */
record PapersState(String inspection, List<Paper> allowed, int toOrder, List<PaperRecord> papers) {
  PapersState {
    allowed = Collections.unmodifiableList(new ArrayList<>(allowed));
    papers = Collections.unmodifiableList(new ArrayList<>(papers));
  }
}
