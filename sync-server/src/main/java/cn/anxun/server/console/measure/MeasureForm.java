package cn.anxun.server.console.measure;

import java.util.List;

/**
 * An indicator to define or to change, with what was typed.
 *
 * @param id the indicator that is changed; "" for a new one
 * @param key the id of a new one, as typed
 * @param kept the indicator whose measure is kept as it is, since it cannot be put together on the
 *     page; "" where it can
 * @param rate whether it is a rate
 * @param sides of the measure; none where it is kept
 * @param uses where it is used, each in words
 * @param own whether the office defined it, so that it can be removed
 * @param standard whether it shipped, so that removing it brings the standard definition back
 */
public record MeasureForm(
    String id,
    String key,
    String name,
    List<Option> units,
    List<Option> directions,
    String kept,
    boolean rate,
    List<Side> sides,
    String from,
    String until,
    LiveFigure live,
    String seen,
    List<String> uses,
    boolean own,
    boolean standard,
    List<String> problems) {

  /** What is counted, or what it is held against. */
  public record Side(String name, String label, List<Term> terms) {}

  /** One count or sum; its inputs begin with its name. */
  public record Term(
      String name,
      String label,
      List<Option> types,
      List<Option> hows,
      List<Option> fields,
      List<Option> whens,
      List<Condition> conditions) {}

  /**
   * One condition.
   *
   * @param of the field whose values these are
   * @param values to tick; none where they are typed
   * @param text what was typed
   */
  public record Condition(
      String name,
      String label,
      List<Option> fields,
      String of,
      List<Option> values,
      String text) {}
}
