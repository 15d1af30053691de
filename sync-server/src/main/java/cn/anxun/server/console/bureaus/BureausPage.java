package cn.anxun.server.console.bureaus;

import java.util.List;

/**
 * The bureaus that somebody administers.
 *
 * @param mayAdd whether the person may add one
 */
public record BureausPage(
    List<Row> rows, boolean mayAdd, String id, String name, String division, String problem) {

  /**
   * A bureau.
   *
   * @param here whether it is the present one
   */
  public record Row(String id, String name, String division, boolean here) {}

  public BureausPage {
    rows = List.copyOf(rows);
  }
}
