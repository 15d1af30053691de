package cn.anxun.server.console.measure;

import java.util.List;
import java.util.Map;

/**
 * A form as somebody puts it together, everything as typed.
 *
 * @param execution the weight of the budget's execution; "" for a form without
 * @param declared the weight that each level-1 block is to have; "" where none is declared
 */
public record FormDraft(
    String title, String template, String execution, Map<String, String> declared, List<Row> rows) {

  /** The indicator of a row that the office types in. */
  static final String TYPED = "";

  /** The indicator of a row whose measure stays what it is, since no indicator has it. */
  static final String KEPT = "=";

  public FormDraft {
    declared = Map.copyOf(declared);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param operator ≥ ≤ = ＞ ＜, or "" for a target in words
   * @param indicator its id, {@link #TYPED} or {@link #KEPT}
   * @param rule as in the form's JSON: proportional, …
   * @param number what the rule needs besides: percent or points; "" for none
   * @param was its number in the form from which it comes; "" for a new row
   */
  public record Row(
      String level1,
      String level2,
      String name,
      String operator,
      String target,
      String indicator,
      String direction,
      String weight,
      String rule,
      String number,
      String was) {

    /** The target as it is printed; a sign alone is none. */
    public String wholeTarget() {
      return target.isEmpty() ? "" : operator + target;
    }

    /** A new row of the same block. */
    Row next() {
      return new Row(
          level1,
          level2,
          "",
          "≥",
          "",
          TYPED,
          "higher",
          weight.isEmpty() ? "" : "0",
          FormRules.PROPORTIONAL,
          "",
          "");
    }
  }
}
