package cn.anxun.server.console.form;

import java.util.List;

/**
 * A form as filled at a cut-off.
 *
 * @param state whether the year is open or closed, in a sentence
 * @param texts goal and outcome
 * @param budget the amounts and the execution's score; none where the form has no budget
 * @param weights the sum of the weights, or "" for a form without
 * @param total 自评得分, or "" likewise
 * @param flags what concerns the whole form
 * @param files the xlsx and docx; none for one who may not take them away
 * @param edits what this person may enter
 */
public record FormPage(
    String back,
    String state,
    List<Fact> texts,
    List<Fact> budget,
    String weights,
    String total,
    List<Row> rows,
    List<String> flags,
    List<Link> files,
    List<Link> edits) {

  /** Something with a name, to copy. */
  public record Fact(String label, String value) {}

  /** Where to go. */
  public record Link(String name, String address) {}

  /**
   * An indicator.
   *
   * @param level1Span over how many rows its level-1 cell goes; 0 where a cell above covers it
   * @param adjusted how the frozen target was changed, or ""
   * @param link to the records behind the actual, or "" for a typed one
   * @param rule how the score follows, or "" for a row without weight
   * @param completion actual over target, with its sign, or ""
   * @param evidence what a typed value rests on, or ""
   * @param proof where it is for the auditor, or "" for one who may not take it away
   */
  public record Row(
      int number,
      String level1,
      int level1Span,
      String level2,
      int level2Span,
      String name,
      String target,
      String adjusted,
      String actual,
      String link,
      String weight,
      String score,
      String rule,
      String completion,
      String reason,
      String evidence,
      String proof,
      List<String> flags) {}

  /** Whether its rows have weights. */
  public boolean isScored() {
    return !weights.isEmpty();
  }
}
