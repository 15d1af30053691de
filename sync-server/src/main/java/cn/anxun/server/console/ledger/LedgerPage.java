package cn.anxun.server.console.ledger;

import cn.anxun.server.console.page.Chart;
import cn.anxun.server.console.page.Paging;
import java.util.List;
import java.util.Optional;

/**
 * A ledger as its page shows it.
 *
 * @param types all ledgers, to change between
 * @param action the address that the filter is sent to
 * @param export where exactly these rows are taken away; "" for who may not
 * @param add where a new record is written; "" for who may not
 * @param chart of these rows; empty where it would say nothing
 * @param offered all columns to choose from
 */
public record LedgerPage(
    String action,
    LedgerQuery query,
    List<Type> types,
    List<Facet> facets,
    List<Column> columns,
    List<Offered> offered,
    List<Row> rows,
    Paging paging,
    String export,
    String add,
    Optional<Chart> chart) {

  /** A ledger in the menu of ledgers. */
  public record Type(String name, int size, String link, boolean here) {}

  /** A field to filter by. */
  public record Facet(String field, String label, List<Option> options) {}

  /** A value to filter by, with how many records have it. */
  public record Option(String value, String label, int count, boolean chosen) {}

  /**
   * A column.
   *
   * @param sort the address of the ledger sorted by it
   * @param direction "ascending", "descending" or "none", as ARIA says it
   */
  public record Column(String label, String sort, String direction, boolean number) {}

  /** A column that may be shown. */
  public record Offered(String field, String label, boolean shown) {}

  /** A record. */
  public record Row(String link, List<String> cells, boolean overdue, String marks) {}
}
