package cn.anxun.server.console.evidence;

import cn.anxun.server.console.form.FormPage.Link;
import cn.anxun.server.console.form.RowPage.Side;
import cn.anxun.server.console.ledger.Listing;
import cn.anxun.server.console.page.Paging;
import java.util.List;

/**
 * What one row of a form rests on.
 *
 * @param form the form that the row is of
 * @param words the computation, a line each
 * @param signed what was signed where this is the cut-off of a close, or ""
 * @param differs that what is computed now is not what was signed, or ""
 * @param editions as of when the row can be looked at: now, and each edition of the closed year
 * @param counted whether the row is drawn from records; a typed row has none
 * @param sides part, gap, whole and sample, to choose from
 * @param address of this page as of this cut-off, without a sample
 * @param zip where the zip of this row is
 * @param all where the zip of the whole form is
 * @param command what makes the same zip on the command line
 */
public record EvidencePage(
    Link form,
    List<String> words,
    String signed,
    String differs,
    List<Side> editions,
    boolean counted,
    SampleForm sample,
    List<Side> sides,
    List<Listing> listings,
    Paging paging,
    Address address,
    String zip,
    String all,
    String command) {

  /** Where the page is, and the parameters that its sampling form sends on. */
  public record Address(String path, int year, String asOf) {}
}
