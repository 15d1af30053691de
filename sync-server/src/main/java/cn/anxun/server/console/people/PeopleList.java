package cn.anxun.server.console.people;

import cn.anxun.server.console.page.Paging;
import java.util.List;
import java.util.Map;

/**
 * The accounts of a bureau.
 *
 * @param words what was searched for
 * @param role the chosen role, or ""
 * @param roles to choose from
 */
public record PeopleList(
    String words, String role, Map<String, String> roles, List<Row> rows, Paging paging) {

  /**
   * An account.
   *
   * @param phones how many of its phones are in force
   * @param state what is to be said of it: disabled, left; or ""
   */
  public record Row(
      String link,
      String name,
      String account,
      String role,
      String unit,
      String division,
      int phones,
      String state) {}

  public PeopleList {
    rows = List.copyOf(rows);
  }
}
