package cn.anxun.server.console.measure;

import java.util.List;

/**
 * The 绩效运行监控表 of a form at a day, with what the office says of each row.
 *
 * @param days days that are usually asked for; the value is their address
 * @param until what the second column is called: 1—7月执行情况
 * @param amounts of the budget: as known, or to type in
 * @param files xlsx and docx; none for one who may not take them away
 */
public record MonitoringForm(
    String action,
    String seen,
    String back,
    int year,
    String day,
    List<Option> days,
    String until,
    boolean mayEnter,
    List<Amount> amounts,
    String executionRate,
    List<Row> rows,
    List<Option> files,
    List<String> problems) {

  /**
   * An amount in 万元.
   *
   * @param name of its input; "" for one that is only shown
   */
  public record Amount(String name, String label, String value) {}

  /**
   * One row.
   *
   * @param done until the day, with its unit; "" for a typed one
   * @param typed what the office types in as done, for a row that the ledger does not know
   * @param completion done over target, with its sign, or ""
   * @param expected what the office expects at the end of the year
   * @param outlook expected over target, with its sign, or ""
   * @param isDraft whether the reason is a draft that was not saved
   */
  public record Row(
      String level1,
      String level2,
      String name,
      String target,
      String done,
      boolean isTyped,
      String typed,
      String completion,
      String expected,
      String outlook,
      List<Option> possibilities,
      String reason,
      boolean isDraft) {}
}
