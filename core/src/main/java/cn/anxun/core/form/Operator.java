package cn.anxun.core.form;

/** How an actual is held against a target. */
public enum Operator {
  AT_LEAST("≥"),
  AT_MOST("≤"),
  EQUAL("="),
  MORE_THAN("＞"),
  LESS_THAN("＜"),
  /** Something that stands where an operator belongs and says nothing definite: ≈, 约, 左右, ≠, … */
  UNREADABLE("?");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  /** As a form prints it. */
  public String sign() {
    return sign;
  }

  /** Whether a higher actual is what it asks for. */
  boolean asksForMore() {
    return this == AT_LEAST || this == MORE_THAN;
  }

  /** Whether a lower actual is what it asks for. */
  boolean asksForLess() {
    return this == AT_MOST || this == LESS_THAN;
  }
}
