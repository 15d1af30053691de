package cn.anxun.server.console.monthly;

import java.util.List;

/**
 * The bulletins that were published.
 *
 * @param tabQuery the parameters that the sister pages are opened with
 */
public record BulletinList(String tabQuery, List<Row> rows) {
  public BulletinList {
    rows = List.copyOf(rows);
  }

  /**
   * One of them.
   *
   * @param published who published it and when
   * @param report its report as it was
   * @param changes what has changed since
   */
  public record Row(
      String period,
      long edition,
      String documentNo,
      String cutoff,
      String published,
      String report,
      String ranking,
      String changes) {}
}
