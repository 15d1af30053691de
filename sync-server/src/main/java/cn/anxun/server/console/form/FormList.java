package cn.anxun.server.console.form;

import java.util.List;

/**
 * The forms of a year.
 *
 * @param before the address of the year before
 * @param after of the year after
 * @param state whether the year is open or closed, in a sentence
 * @param targets whether its targets are frozen, in a sentence that leads to them
 * @param yearEnd where the year is closed
 * @param unreadable forms whose documents do not read as they should, each with why
 */
public record FormList(
    int year,
    String before,
    String after,
    String state,
    FormPage.Link targets,
    FormPage.Link yearEnd,
    List<Form> forms,
    List<Unreadable> unreadable) {

  /**
   * One form.
   *
   * @param rows how many indicators it has
   * @param total its 自评得分, or "" where it has no scores
   * @param flags how many things are to be looked at
   * @param xlsx the address of the file, or "" for one who may not take it away
   */
  public record Form(
      String title, String link, int rows, String total, int flags, String xlsx, String docx) {}

  /** A form that cannot be shown. */
  public record Unreadable(String key, String why) {}

  /** The year without a comma. */
  public String yearText() {
    return Integer.toString(year);
  }
}
