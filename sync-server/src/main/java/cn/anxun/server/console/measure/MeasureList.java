package cn.anxun.server.console.measure;

import java.util.List;

/**
 * The indicators that hold.
 *
 * @param q what was searched for, or ""
 * @param unreadable what the office's document has that is no indicator
 */
public record MeasureList(
    String q,
    boolean mayChange,
    String period,
    List<Row> rows,
    List<Unreadable> unreadable,
    String done) {

  /**
   * An indicator with this year's figure.
   *
   * @param origin whether it is shipped, changed or the office's own
   * @param uses in how many places it is used
   * @param edit "" for one who may not
   */
  public record Row(
      String name,
      String id,
      String sentence,
      String value,
      String figure,
      String direction,
      String origin,
      int uses,
      String edit) {}

  /** A definition that cannot be read. */
  public record Unreadable(String id, List<String> problems) {}
}
