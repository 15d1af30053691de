package cn.anxun.server.console.figure;

import cn.anxun.server.console.ledger.Listing;
import cn.anxun.server.console.monthly.SinceBulletin;
import cn.anxun.server.console.page.Paging;
import cn.anxun.server.console.page.PeriodBar;
import java.util.List;
import java.util.Optional;

/**
 * One figure and the records of one of its sides.
 *
 * @param sum how it comes about: {@code 2,395 ÷ 2,399 = 99.83 %}
 * @param origin how much was recorded one by one, how much reported as totals
 * @param label what it is broken down to, or ""
 * @param marks why it should be looked at, or ""
 * @param sisters the other rates of the same records
 * @param since what has changed since the last bulletin; empty where there is none
 * @param reason a draft of why the rate is not 100 %, for the form's 偏差原因; "" where it is
 * @param sides its part, whole and gap, to choose from
 */
public record FigureDetail(
    PeriodBar bar,
    String action,
    String sum,
    String origin,
    String label,
    String marks,
    List<Side> sides,
    List<Listing> listings,
    Paging paging,
    List<Sister> sisters,
    Optional<SinceBulletin> since,
    String reason) {

  /** Another rate. */
  public record Sister(String name, String value, String link) {}

  /** The part, the whole or the gap. */
  public record Side(String name, int size, String link, boolean chosen) {}
}
