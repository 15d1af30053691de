package cn.anxun.server.console.fill;

import cn.anxun.server.console.form.FormPage;
import java.util.List;

/**
 * The finance bureau's own file, to be filled from a form, or a 自评报告 to be held against it.
 *
 * @param fill where the file is filled
 * @param check where the numbers of a document are checked
 * @param tie where the file is shown to tie its cells
 * @param ties typed before, a line each: {@code 自评表!B7=total}
 * @param notices what to know before taking the filled file; then it is to be sent once more
 * @param problems why it was not filled, or what its numbers contradict
 * @param remembered the templates that are known again
 * @param names everything that can be filled in, with what it is now
 */
public record FillForm(
    String fill,
    String check,
    String tie,
    String back,
    String ties,
    String department,
    String preparedBy,
    String phone,
    List<String> notices,
    List<String> problems,
    String done,
    List<Remembered> remembered,
    List<FormPage.Fact> names) {

  /**
   * A template whose cells are tied.
   *
   * @param forget where that is ended, or "" for one who may not
   * @param seen what the ledger remembers, for who ends it
   */
  public record Remembered(String name, int ties, String forget, String seen) {}
}
