package cn.anxun.server.console.base;

import cn.anxun.server.console.page.Paging;
import java.util.List;

/**
 * A table with what its reader has begun in it.
 *
 * @param link its address
 * @param saved who saved it last and when, or ""
 * @param words searched for
 * @param head what it says besides its rows
 * @param counted whether it is known how many records say each row
 * @param begun how many rows the reader has changed and not saved
 */
public record TablePage(
    String link,
    String about,
    String saved,
    String words,
    List<Fact> head,
    List<String> columns,
    boolean counted,
    List<Row> rows,
    Paging paging,
    int begun) {

  /** Something that the table says besides its rows. */
  public record Fact(String label, String value) {}

  /**
   * A row.
   *
   * @param state what the reader has done to it; "" for nothing
   * @param used how many records say it
   */
  public record Row(String link, List<String> cells, String state, boolean removed, int used) {}
}
