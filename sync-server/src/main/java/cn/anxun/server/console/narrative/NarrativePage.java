package cn.anxun.server.console.narrative;

import cn.anxun.server.console.form.FormPage.Link;
import java.util.List;

/**
 * A report to write, or the template of a year's reports.
 *
 * @param action where it is saved, or "" for one who may not
 * @param seen what stands in the ledger, for who saves over it
 * @param note what is shown, in a sentence
 * @param links where else to go
 * @param spare whether empty sections are offered
 */
public record NarrativePage(
    String action,
    String seen,
    String note,
    List<String> problems,
    List<Part> parts,
    List<Link> links,
    boolean spare) {

  /**
   * A section with what its numbers contradict.
   *
   * @param rows of its field
   */
  public record Part(int number, String heading, String text, int rows, List<Finding> findings) {}

  /** A number that is not the form's. */
  public record Finding(String sentence, String message) {}
}
