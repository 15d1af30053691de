package cn.anxun.server.console.entry;

import cn.anxun.server.console.record.FieldForm;
import java.util.List;

/**
 * A new record's form.
 *
 * @param id the id that the record will have, made when the form was drawn: sent twice, it counts
 *     once
 * @param site what it asks of the site
 * @param presets usual activities to start from
 * @param more inputs that are rarely needed
 * @param moreOpen whether one of them is filled in
 * @param problem why it was not taken, or ""
 * @param saved the record that this very form made before, or ""
 */
public record EntryForm(
    String action,
    String id,
    String date,
    String today,
    SiteInput site,
    List<Choice> presets,
    List<FieldForm.Input> inputs,
    List<FieldForm.Input> more,
    boolean moreOpen,
    String problem,
    String saved,
    String back) {

  /**
   * The site.
   *
   * @param asked whether the form asks for it
   * @param id that a new one will have
   * @param name as typed
   * @param isNew whether it is said to be new
   * @param choices the sites that may be meant
   */
  public record SiteInput(
      boolean asked,
      boolean needed,
      String id,
      String name,
      boolean isNew,
      String chosen,
      List<Choice> choices) {}

  /** Something to choose: a site and where it is, or a preset and its address. */
  public record Choice(String value, String label) {}
}
