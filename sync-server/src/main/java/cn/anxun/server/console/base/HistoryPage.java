package cn.anxun.server.console.base;

import java.util.List;

/**
 * How a table came about.
 *
 * @param revisions the last first
 * @param left the earlier of the two that are compared
 * @param changes what became of the rows between the two
 * @param problem why an old revision was not put back, or ""
 */
public record HistoryPage(
    String link,
    List<Revision> revisions,
    String left,
    String right,
    ChangedRows changes,
    String problem) {

  /** One time that it was saved; the seq "0" stands for before the first. */
  public record Revision(String seq, String name) {}
}
