package cn.anxun.server.console.form;

import cn.anxun.server.console.ledger.Listing;
import cn.anxun.server.console.page.Paging;
import java.util.List;

/**
 * The records behind one row of a form.
 *
 * @param sum how the actual comes about
 * @param origin how much was recorded one by one, how much reported as totals
 * @param target the row's target with its rule
 * @param evidence where it is for the auditor, or "" for one who may not take it away
 * @param sides its gap, part and whole, to choose from
 */
public record RowPage(
    FormPage.Link back,
    String sum,
    String origin,
    String target,
    String evidence,
    String marks,
    List<Side> sides,
    List<Listing> listings,
    Paging paging) {

  /** The part, the whole or the gap. */
  public record Side(String name, String link, boolean chosen) {}
}
