package cn.anxun.server.console.form;

import java.util.List;

/**
 * The targets of a year: to be frozen, or frozen with their adjustments.
 *
 * @param state since when they are frozen, or that they are not
 * @param seen the revision over which they will be saved
 * @param note that the year is closed, or ""
 * @param frozen whether they are frozen: then each changes only by an adjustment
 * @param mayEnter whether this person may freeze and adjust
 * @param history what was said of them, the first first
 * @param problems why it was not taken, a sentence each
 */
public record TargetForm(
    String action,
    String back,
    String state,
    String seen,
    String note,
    boolean frozen,
    boolean mayEnter,
    List<Form> forms,
    List<Said> history,
    List<String> problems) {

  /** The targets of a form. */
  public record Form(String key, String title, List<Row> rows) {}

  /**
   * The target of an indicator.
   *
   * @param input the name of its input
   * @param adjusted how it was changed since it was frozen, or ""
   * @param adjust where it is adjusted, or ""
   */
  public record Row(
      String input, String name, String target, String weight, String adjusted, String adjust) {}

  /** An entry about the targets. */
  public record Said(String date, String by, String what) {}
}
