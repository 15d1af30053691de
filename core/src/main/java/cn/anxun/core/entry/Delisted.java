package cn.anxun.core.entry;

/** 摘牌, by a supervisor or above; an inspector's is a proposal. */
public record Delisted(Header header, Fields fields) implements Entry {
  public static final Field<String> DOCUMENT_NO = Field.text("document_no", 60);
  public static final Field<String> REASON = Field.text("reason", 400);

  public static final Kind KIND =
      Kind.step("Delisted", "hazard", Delisted::new, DOCUMENT_NO, REASON)
          .reservedFor(Kind.Right.DECIDE);

  @Override
  public Kind kind() {
    return KIND;
  }
}
