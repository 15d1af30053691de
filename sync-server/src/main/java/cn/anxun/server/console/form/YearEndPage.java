package cn.anxun.server.console.form;

import java.util.List;
import java.util.Optional;

/**
 * A year's end: what stands in the way of its close, the close, its editions and what came late.
 *
 * @param state whether the year is open or closed, in a sentence
 * @param checkup where the 数据体检 is, for one who may see it
 * @param findings what should be settled before; none where nothing stands in the way
 * @param close the form to close it
 * @param editions the signed editions, the first first
 * @param changed the figures that differ between editions
 * @param late what came after the last edition and changes its figures
 */
public record YearEndPage(
    int year,
    String before,
    String after,
    String state,
    Optional<String> checkup,
    List<Finding> findings,
    Close close,
    List<Edition> editions,
    List<Changed> changed,
    Late late) {

  /** Something to settle, with the records that it is about. */
  public record Finding(String sentence, List<FormPage.Link> about) {}

  /**
   * The form to close the year.
   *
   * @param allowed whether this person may
   * @param signer in whose name it is signed
   * @param seq the ledger's last entry that its reader saw
   * @param override typed before
   * @param edition typed before
   */
  public record Close(
      boolean allowed,
      String action,
      String signer,
      String seq,
      String override,
      String edition,
      List<String> problems) {}

  /**
   * An edition.
   *
   * @param name 第 1 版
   * @param facts the cut-off, who signed, the reasons, what was passed over, totals of the forms
   */
  public record Edition(String name, List<FormPage.Fact> facts) {}

  /** A figure with its value in each edition. */
  public record Changed(String name, List<String> values) {}

  /** What came late; none where nothing changes a figure. */
  public record Late(List<LateFigureRow> figures, List<LateEntryRow> entries) {
    public boolean isEmpty() {
      return figures.isEmpty();
    }
  }

  /** A figure that would come out otherwise now. */
  public record LateFigureRow(String name, String signed, String now) {}

  /** An entry that changes a figure. */
  public record LateEntryRow(
      String seq, String kind, String date, String by, String at, FormPage.Link record) {}

  public boolean isClosed() {
    return !editions.isEmpty();
  }

  /** The year without a comma. */
  public String yearText() {
    return Integer.toString(year);
  }
}
