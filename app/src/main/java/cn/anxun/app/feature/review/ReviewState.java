package cn.anxun.app.feature.review;

import cn.anxun.app.paper.OpenOrders.OpenOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the screen of a round shows.
 *
 * @param status whether the hazards are there yet
 * @param today the day that counts, Asia/Shanghai
 * @param sites within the horizon, the nearest first
 * @param orders that were reviewed and wait for their answer
 * @param draft what is begun
 */
record ReviewState(
    Status status,
    LocalDate today,
    List<SiteRound> sites,
    List<OpenOrder> orders,
    ReviewDraft draft) {

  /** Whether there is something to show. */
  enum Status {
    LOADING,
    READY,
    FAILED
  }

  ReviewState {
    sites = Collections.unmodifiableList(new ArrayList<>(sites));
    orders = Collections.unmodifiableList(new ArrayList<>(orders));
  }

  int hazards() {
    int hazards = 0;
    for (SiteRound site : sites) {
      hazards += site.hazards().size();
    }
    return hazards;
  }
}
