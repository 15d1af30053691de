package cn.anxun.server.console.people;

import cn.anxun.server.console.page.Paging;
import java.util.List;
import java.util.Map;

/**
 * The audit of a bureau.
 *
 * @param actions to choose from, with their words
 * @param people to choose from, by account
 * @param export the same rows as a workbook
 */
public record AuditPage(
    String person,
    String action,
    String from,
    String until,
    Map<String, String> actions,
    Map<String, String> people,
    List<Row> rows,
    Paging paging,
    String export) {

  /** Something that was done. */
  public record Row(
      String at, String actor, String device, String action, String object, String detail) {}

  public AuditPage {
    rows = List.copyOf(rows);
  }
}
