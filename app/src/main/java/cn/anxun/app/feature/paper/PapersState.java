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
 * @param typed numbers that were typed at the visit, of papers that were not issued here
 * @param toOrder how many hazards an order would hold
 */
record PapersState(
    String inspection,
    List<Paper> allowed,
    List<Typed> typed,
    int toOrder,
    List<PaperRecord> papers) {

  /**
   * A number that was typed at the visit.
   *
   * @param overruled whether a paper with another number was issued here, which holds
   */
  record Typed(Paper paper, String number, boolean overruled) {}

  PapersState {
    allowed = Collections.unmodifiableList(new ArrayList<>(allowed));
    typed = Collections.unmodifiableList(new ArrayList<>(typed));
    papers = Collections.unmodifiableList(new ArrayList<>(papers));
  }
}
