package cn.anxun.core.entry;

/**
 * 销号 approved, of 一单四制, by a supervisor or above; an inspector's is a proposal. 不消除不销号: it takes
 * effect only on a hazard that is closed by a passed review or on the spot.
 */
public record CloseOutApproved(Header header, Fields fields) implements Entry {
  public static final Field<Boolean> APPROVED = Field.flag("approved").asRequired();
  public static final Field<String> OPINION = Field.text("opinion", 400);
  public static final Field<String> DOCUMENT_NO = Field.text("document_no", 60);

  public static final Kind KIND =
      Kind.step("CloseOutApproved", "hazard", CloseOutApproved::new, APPROVED, OPINION, DOCUMENT_NO)
          .reservedFor(Kind.Right.DECIDE);

  @Override
  public Kind kind() {
    return KIND;
  }
}
