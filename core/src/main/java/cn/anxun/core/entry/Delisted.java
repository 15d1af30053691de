package cn.anxun.core.entry;

/** 摘牌. */
public record Delisted(Header header, Fields fields) implements Entry {
  public static final Field<String> DOCUMENT_NO = Field.text("document_no", 60);
  public static final Field<String> REASON = Field.text("reason", 400);

  public static final Kind KIND =
      Kind.step("Delisted", "hazard", Delisted::new, DOCUMENT_NO, REASON);

  @Override
  public Kind kind() {
    return KIND;
  }
}
