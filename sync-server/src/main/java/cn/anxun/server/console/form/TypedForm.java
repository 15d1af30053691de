package cn.anxun.server.console.form;

import java.util.List;

/**
 * What the office types of a form: rows that the ledger does not know, reasons, the goal's texts.
 *
 * @param seen the revision over which it will be saved
 * @param note that the year is closed, or ""
 * @param problems why it was not taken, a sentence each
 */
public record TypedForm(
    String action,
    String seen,
    String note,
    String goal,
    String outcome,
    List<Row> rows,
    List<String> problems,
    String back) {

  /**
   * An indicator.
   *
   * @param actual as the ledger gives it; "" for one that is typed
   * @param typed the typed actual
   * @param judged the score that was typed for what no rule scores
   * @param weight the highest score, or "" where none is typed
   */
  public record Row(
      int index,
      String name,
      String target,
      String actual,
      boolean isTyped,
      String typed,
      String weight,
      String judged,
      String reason,
      String evidence) {}
}
