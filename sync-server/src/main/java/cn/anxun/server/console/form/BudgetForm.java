package cn.anxun.server.console.form;

import java.util.List;

/**
 * The budget of a form, to be typed.
 *
 * @param seen the revision over which it will be saved
 * @param note that the year is closed, or ""
 * @param problems why it was not taken, a sentence each
 */
public record BudgetForm(
    String action,
    String seen,
    String note,
    List<Amount> amounts,
    List<String> problems,
    String back) {

  /** An amount in 万元. */
  public record Amount(String name, String label, String value) {}
}
