package cn.anxun.server.console.base;

import cn.anxun.server.console.page.Paging;
import java.util.List;

/**
 * What somebody has begun, before it is saved.
 *
 * @param link the table's address
 * @param seen what stood and what was drafted when the page was made
 * @param notice that somebody else saved meanwhile, or ""
 * @param problems why it cannot be saved as it is
 * @param conflicts rows that somebody else changed too, to be decided
 */
public record DraftForm(
    String link,
    String seen,
    String notice,
    List<String> problems,
    List<Conflict> conflicts,
    ChangedRows changes,
    Paging paging) {

  /**
   * A row that was changed twice.
   *
   * @param chosen mine, theirs or ""
   * @param fields what it says in each column: now in the ledger, and in the draft
   */
  public record Conflict(
      int index,
      String id,
      String label,
      String chosen,
      boolean theirsGone,
      boolean mineGone,
      List<Field> fields) {}

  /** A column of such a row. */
  public record Field(String heading, String theirs, String mine) {}
}
