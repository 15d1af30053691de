package cn.anxun.server.console.people;

import java.util.List;

/**
 * The phones of a bureau, those first that have not synced for longest.
 *
 * @param silent how many have not synced today
 */
public record DevicesPage(List<Row> rows, int silent) {

  /**
   * A phone.
   *
   * @param silent whether it has not synced today, and is in force
   * @param sent entries of it in the ledger
   * @param missing photos and documents of these that have not arrived
   * @param app the version of the app, or ""
   */
  public record Row(
      String link,
      String owner,
      String letters,
      String name,
      String enrolled,
      String seen,
      boolean silent,
      long sent,
      int missing,
      String app,
      String state) {}

  public DevicesPage {
    rows = List.copyOf(rows);
  }
}
