package cn.anxun.core.entry;

/** 销号 approved, of 一单四制. */
public record CloseOutApproved(Header header, Fields fields) implements Entry {
  public static final Field<Boolean> APPROVED = Field.flag("approved").asRequired();
  public static final Field<String> OPINION = Field.text("opinion", 400);
  public static final Field<String> DOCUMENT_NO = Field.text("document_no", 60);

  public static final Kind KIND =
      Kind.step(
          "CloseOutApproved", "hazard", CloseOutApproved::new, APPROVED, OPINION, DOCUMENT_NO);

  @Override
  public Kind kind() {
    return KIND;
  }
}
