package cn.anxun.server.console.measure;

import java.util.List;

/**
 * The forms of a year, and what a new one may begin with.
 *
 * @param starts none for one who may not define forms
 */
public record FormsList(
    int year, boolean mayChange, List<Form> forms, List<Start> starts, List<String> unreadable) {

  /**
   * A form.
   *
   * @param weights the sum of its weights, "" for one without
   */
  public record Form(
      String title,
      String key,
      int rows,
      String weights,
      int flags,
      String see,
      String edit,
      String history) {}

  /** What a new form may begin with. */
  public record Start(String name, String address) {}
}
